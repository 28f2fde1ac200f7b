package org.yiti.supervision.subscriptions;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.KeptNowhere;

/** The subscriptions of whoever is signed in. */
@RestController
@RequestMapping("/api/supervision/subscriptions")
@Needs(Permission.READ)
class SubscriptionController {

    private final Subscriptions subscriptions;
    private final Subscribe subscribe;
    private final ChangeSubscription change;

    SubscriptionController(Subscriptions subscriptions, Subscribe subscribe, ChangeSubscription change) {
        this.subscriptions = subscriptions;
        this.subscribe = subscribe;
        this.change = change;
    }

    @GetMapping
    Subscriptions.Page list() {
        return subscriptions.page();
    }

    /** Sends what happens out of the house from now on. The secret of a webhook is told this once. */
    @Confirmed
    @KeptNowhere(doneOnce = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Subscribe.Made subscribe(@Valid @RequestBody Subscribe.Request request) {
        return subscribe.handle(request);
    }

    @PostMapping("/{id}/stop")
    Subscriptions.Page stop(@PathVariable UUID id) {
        change.stop(id);
        return subscriptions.page();
    }

    @PostMapping("/{id}/resume")
    Subscriptions.Page resume(@PathVariable UUID id) {
        change.resume(id);
        return subscriptions.page();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        change.remove(id);
    }
}

package org.yiti.supervision.laboratory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

/** Trials are for those who govern the rules, everywhere; of what they found each sees what lies in their scope. */
@RestController
@RequestMapping("/api/supervision/laboratory/trials")
@Needs(Permission.RULE)
class TrialController {

    record Begun(UUID id) {}

    record Ending(@Nullable @Size(max = 1000) String reason) {}

    private final StartTrial start;
    private final EndTrial end;
    private final Trials trials;
    private final TrialQueries queries;

    TrialController(StartTrial start, EndTrial end, Trials trials, TrialQueries queries) {
        this.start = start;
        this.end = end;
        this.trials = trials;
        this.queries = queries;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun start(@Valid @RequestBody StartTrial.Request wish) {
        return new Begun(start.handle(wish));
    }

    /** The latest first. */
    @GetMapping
    TrialView.Page list(@RequestParam(required = false) @Nullable @Size(max = 200) String rule) {
        var items = queries.list(rule);
        return new TrialView.Page(items, null, items.size());
    }

    @GetMapping("/{id}")
    TrialView.Whole get(@PathVariable UUID id) {
        return queries.whole(id);
    }

    /** Cancels what is under way; a shadow ends. */
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @Valid @RequestBody Ending ending) {
        end.cancel(id, ending.reason());
    }

    @Confirmed
    @PostMapping("/{id}/live")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void goLive(@PathVariable UUID id, @Valid @RequestBody Ending ending) {
        end.goLive(id, ending.reason());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        end.remove(id);
    }
}

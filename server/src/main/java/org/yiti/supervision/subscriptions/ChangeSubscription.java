package org.yiti.supervision.subscriptions;

import java.util.UUID;
import org.yiti.identity.Scope;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Whose subscription it is stops it, goes on with it, or does away with it. */
@UseCase
class ChangeSubscription {

    private final Subscriptions subscriptions;
    private final Scope scope;
    private final Audit audit;

    ChangeSubscription(Subscriptions subscriptions, Scope scope, Audit audit) {
        this.subscriptions = subscriptions;
        this.scope = scope;
        this.audit = audit;
    }

    void stop(UUID id) {
        subscriptions.stop(id);
        tell("subscription.stopped", id);
    }

    void resume(UUID id) {
        subscriptions.resume(id);
        tell("subscription.resumed", id);
    }

    void remove(UUID id) {
        subscriptions.remove(id);
        tell("subscription.removed", id);
    }

    private void tell(String what, UUID id) {
        audit.record(
                Act.of(what, "supervision.subscription", id).in(scope.account().institutionId()));
    }
}

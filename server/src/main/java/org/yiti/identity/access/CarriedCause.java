package org.yiti.identity.access;

import java.util.Objects;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;

/**
 * Whoever hands work to the threads of the house is remembered there: what listeners make of a change they were told of
 * follows from somebody's act, and the audit log says from whose.
 */
@Component
class CarriedCause implements TaskDecorator {

    @Override
    public Runnable decorate(Runnable work) {
        var actor = Standing.actor();
        var cause = actor == null || Objects.equals(actor.account(), Account.HOUSE.account())
                ? Acting.cause()
                : actor.account();
        return cause == null ? work : () -> Acting.following(cause, work);
    }
}

package org.yiti.safeguard.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Keeps what is told until the transaction is about to commit. */
@Component
class RecordAct implements Audit {

    private final Actors actors;
    private final Clock clock;
    private final TransactionTemplate own;

    RecordAct(Actors actors, Clock clock, PlatformTransactionManager transactions) {
        this.actors = actors;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void record(Act act) {
        var draft = draft(act);
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            Gathered.add(draft);
        } else {
            own.executeWithoutResult(transaction -> Gathered.add(draft));
        }
    }

    /** What belongs to no other institution belongs to the one of who did it. */
    private Draft draft(Act act) {
        var told = act.institutionId() == null
                ? act.in(actors.account().map(Account::institutionId).orElse(null))
                : act;
        var actor = act.actor() == null ? actors.now() : act.actor();
        return Draft.of(onBehalf(told), actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Who stands in for somebody does it as themselves, and it is said for whom; so it is of what the house does because
     * somebody did something.
     */
    private Act onBehalf(Act act) {
        if (actors.account().isEmpty()) {
            return act.with("onBehalfOf", Acting.cause());
        }
        var rights = actors.account().map(Account::rights).orElse(Rights.NONE);
        var told = rights.onBehalfOf() == null ? act : act.with("onBehalfOf", rights.onBehalfOf());
        return rights.purpose() == Purpose.DAILY ? told : told.with("workingFor", rights.purpose());
    }
}

package org.yiti.safeguard.audit;

import jakarta.annotation.PreDestroy;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refusal;
import org.yiti.kernel.RefusalAnswered;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** What happens at the doors: who comes and goes, and who is told no. */
@Component
class DoorActs {

    private static final Logger log = LoggerFactory.getLogger(DoorActs.class);
    private static final int LONGEST_PATH = 500;
    /** Nobody is signed in yet while they happen. */
    private static final Set<What> BY_OWNER = Set.of(What.SIGNED_IN, What.INVITATION_ACCEPTED, What.PROVIDER_LINKED);

    private static final Set<What> NOBODY_YET = Set.of(What.SIGN_IN_FAILED, What.SIGN_IN_SUSPENDED);
    /** Of whoever is not signed in so many are told of an address. */
    private static final String AT_THE_DOOR = "?";

    private static final Set<Refusal.Kind> TOLD =
            Set.of(Refusal.Kind.FORBIDDEN, Refusal.Kind.ABSENT, Refusal.Kind.TOO_MANY);
    private static final Set<String> TOLD_BESIDES = Set.of("workbook.export-of-ones-own");

    private final Audit audit;
    private final Actors actors;
    private final RefusedOften often;

    DoorActs(Audit audit, Actors actors, RefusedOften often) {
        this.often = often;
        this.audit = audit;
        this.actors = actors;
    }

    @EventListener
    void heard(AccountEvent event) {
        if (event.what() == What.SIGN_IN_SUSPENDED) {
            often.ended().forEach(this::sum);
            if (!often.isTold(AT_THE_DOOR + address())) {
                return;
            }
        }
        audit.record(act(event).with("address", address()));
    }

    /** What was counted and not told yet would go with the server. */
    @PreDestroy
    void tellTheRest() {
        often.all().forEach(this::sum);
    }

    private static Act act(AccountEvent event) {
        var action = event.what().code();
        if (NOBODY_YET.contains(event.what())) {
            // What was typed may be anything, a password in the wrong field included: sealed only as a salted hash.
            return Act.of(action, "account", "?")
                    .by(Actors.NOBODY)
                    .ended(Act.REFUSED)
                    .with("account", event.account());
        }
        var act = Act.of(action, "account", event.account()).in(event.institutionId());
        if (event.what() == What.FACTOR_SUSPECTED) {
            act = act.by(Actors.NOBODY).ended(Act.REFUSED);
        }
        for (var detail : event.details().entrySet()) {
            act = act.with(detail.getKey(), detail.getValue());
        }
        return BY_OWNER.contains(event.what()) ? act.by(Actors.name(event.account())) : act;
    }

    /**
     * Not permitted, or not there or outside of one's scope, which nobody is told apart; too much of it; and whatever the
     * doors themselves refuse, such as a second office or an act upon oneself.
     */
    @EventListener
    void heard(RefusalAnswered answered) {
        var refusal = answered.refused().refusal();
        var account = actors.account();
        if (!isAboutRights(refusal) || account.isEmpty()) {
            return;
        }
        try {
            often.ended().forEach(this::sum);
            if (often.isTold(account.get().account())) {
                audit.record(Act.of("request.refused", "request", path()).ended(refusal.wording()));
            }
        } catch (RuntimeException failure) {
            // The no stands anyway; it must not turn into an incident.
            log.error("A refusal could not be sealed", failure);
        }
    }

    private static boolean isAboutRights(Refusal refusal) {
        return TOLD.contains(refusal.kind())
                || refusal.getClass() == IdentityRefusal.class
                || TOLD_BESIDES.contains(refusal.wording());
    }

    private void sum(RefusedOften.Untold untold) {
        if (untold.account().startsWith(AT_THE_DOOR)) {
            audit.record(Act.of("request.refused-often", "account", "?")
                    .by(Actors.NOBODY)
                    .ended(Act.REFUSED)
                    .with("address", untold.account().substring(AT_THE_DOOR.length()))
                    .with("times", untold.times()));
            return;
        }
        audit.record(Act.of("request.refused-often", "account", untold.account())
                .by(Actors.name(untold.account()))
                .ended(Act.REFUSED)
                .with("times", untold.times()));
    }

    private static String path() {
        return Actors.request()
                .map(request -> request.getRequest().getMethod().toUpperCase(Locale.ROOT) + " "
                        + request.getRequest().getRequestURI())
                .map(path -> path.substring(0, Math.min(LONGEST_PATH, path.length())))
                .orElse("?");
    }

    private static String address() {
        return Actors.request()
                .map(request -> String.valueOf(request.getRequest().getRemoteAddr()))
                .orElse("");
    }
}

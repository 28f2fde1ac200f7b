package org.yiti.identity.signin;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yiti.identity.Account;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.factor.Factors;
import org.yiti.identity.secret.FailedSignIns;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody who is signed in proves once more who they are, before an act that could do harm (ASVS 5.0 7.5.3). */
@UseCase
class ConfirmSession {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Factors factors;
    private final FailedSignIns failures;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    ConfirmSession(
            Accounts accounts,
            Sessions sessions,
            Factors factors,
            FailedSignIns failures,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.events = events;
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.failures = failures;
        this.passwords = passwords;
    }

    /** @param proof a code of the second factor where the account has one, the password otherwise */
    void confirm(Account account, LiveSession session, String proof, String address) {
        failures.refuseIfTooMany(account.account(), address);
        boolean hasFactor = factors.has(session.accountId());
        boolean right = hasFactor
                ? factors.accept(session.accountId(), proof)
                : accounts.find(account.account())
                        .filter(row -> passwords.matches(proof, row.passwordHash()))
                        .isPresent();
        if (!right) {
            failures.add(account.account(), address);
            throw new Refused(IdentityRefusal.WRONG_CODE);
        }
        failures.forget(account.account(), address);
        sessions.confirm(session.id(), hasFactor);
        events.publishEvent(new AccountEvent(
                AccountEvent.What.CONFIRMED,
                account.account(),
                account.institutionId(),
                Map.of("how", hasFactor ? "code" : "password")));
    }
}

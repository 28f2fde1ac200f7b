package org.yiti.identity.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.factor.Factors;
import org.yiti.identity.secret.FailedSignIns;
import org.yiti.identity.session.AwaitingSessions;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody says who they are, and proves it: by password, then by a second factor where the account has one. */
@UseCase
class SignIn {

    record Request(
            @NotBlank @Size(max = 100) String account,
            @NotBlank @Size(max = 200) String password) {}

    /**
     * @param token what the cookie of the session holds
     * @param awaitsSecondFactor of no use before {@link #confirm}
     */
    record Begun(long account, String token, boolean awaitsSecondFactor) {}

    private final Accounts accounts;
    private final Sessions sessions;
    private final AwaitingSessions awaitingSessions;
    private final Factors factors;
    private final FailedSignIns failures;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    /** A hash that no password has. */
    private final String ofNobody;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            AwaitingSessions awaitingSessions,
            Factors factors,
            FailedSignIns failures,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.awaitingSessions = awaitingSessions;
        this.factors = factors;
        this.failures = failures;
        this.passwords = passwords;
        this.events = events;
        this.ofNobody = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }

    Begun begin(Request wish, String address, String agent) {
        failures.refuseIfTooMany(wish.account(), address);
        var row = accounts.find(wish.account());
        // The same work is done for a name that does not exist or has no password, so that time does not tell which do.
        var right = passwords.matches(
                wish.password(), row.map(Accounts.Row::passwordHash).orElse(ofNobody));
        if (row.isEmpty() || !right) {
            failures.add(wish.account(), address);
            throw new Refused(IdentityRefusal.WRONG_CREDENTIALS);
        }
        if (passwords.upgradeEncoding(row.get().passwordHash())) {
            accounts.renew(row.get().id(), String.valueOf(passwords.encode(wish.password())));
        }
        boolean awaits = factors.has(row.get().id());
        if (!awaits) {
            failures.forget(wish.account(), address);
            tell(row.get(), "password");
        }
        return new Begun(row.get().id(), sessions.begin(row.get().id(), !awaits, false, address, agent), awaits);
    }

    /** The second factor: a new session takes the place of the one that awaited it, so that no token is of use twice. */
    String confirm(String awaiting, String code, String address, String agent) {
        long account = awaitingSessions.find(awaiting).orElseThrow(() -> new Refused(IdentityRefusal.NOT_SIGNED_IN));
        var row = accounts.get(account);
        failures.refuseIfTooMany(row.account(), address);
        if (!factors.accept(account, code)) {
            failures.add(row.account(), address);
            throw new Refused(IdentityRefusal.WRONG_CODE);
        }
        failures.forget(row.account(), address);
        tell(row, awaitingSessions.firstStep(awaiting) + ", code");
        return awaitingSessions.replace(awaiting, address, agent);
    }

    private void tell(Accounts.Row row, String how) {
        events.publishEvent(new AccountEvent(What.SIGNED_IN, row.account(), row.institutionId(), Map.of("how", how)));
    }
}

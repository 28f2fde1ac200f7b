package org.yiti.identity.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Account;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.secret.FormerPasswords;
import org.yiti.identity.secret.NewPassword;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody chooses another password; wherever else they are signed in, they are so no longer. */
@UseCase
class ChangePassword {

    record Request(
            @NotBlank @Size(max = 200) String current,
            @NotBlank @Size(max = 128) String password) {}

    private final CurrentPassword current;
    private final Sessions sessions;
    private final NewPassword newPassword;
    private final FormerPasswords former;
    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChangePassword(
            CurrentPassword current,
            Sessions sessions,
            NewPassword newPassword,
            FormerPasswords former,
            JdbcClient database,
            Clock clock,
            ApplicationEventPublisher events) {
        this.current = current;
        this.sessions = sessions;
        this.newPassword = newPassword;
        this.former = former;
        this.database = database;
        this.clock = clock;
        this.events = events;
    }

    void change(Account account, LiveSession session, Request wish, String address) {
        var row = current.prove(account.account(), wish.current(), address);
        if (wish.current().equals(wish.password())) {
            throw new Refused(IdentityRefusal.SAME_PASSWORD);
        }
        var hash = newPassword.accept(wish.password(), account.account(), account.name(), wish.current());
        former.leave(row.id(), wish.password());
        database.sql("update identity.account set password_hash = :hash, password_changed_at = :now where id = :id")
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", row.id())
                .update();
        sessions.endAll(row.id(), session.id());
        events.publishEvent(
                new AccountEvent(AccountEvent.What.PASSWORD_CHANGED, account.account(), account.institutionId()));
    }
}

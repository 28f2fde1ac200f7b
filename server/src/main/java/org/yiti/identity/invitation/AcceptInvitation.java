package org.yiti.identity.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.secret.FormerPasswords;
import org.yiti.identity.secret.NewPassword;
import org.yiti.identity.secret.Token;
import org.yiti.kernel.UseCase;

/** Whoever holds a link chooses the password of the account it is for. */
@UseCase
class AcceptInvitation {

    record Request(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = 128) String password) {}

    record Accepted(String account) {}

    private final Invitations invitations;
    private final NewPassword passwords;
    private final FormerPasswords former;
    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AcceptInvitation(
            Invitations invitations,
            NewPassword passwords,
            FormerPasswords former,
            JdbcClient database,
            Clock clock,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.former = former;
        this.database = database;
        this.clock = clock;
        this.events = events;
    }

    Accepted accept(Request wish) {
        var invited = invitations.redeem(Token.hash(wish.token()));
        var hash = passwords.accept(wish.password(), invited.account(), invited.name());
        former.leave(invited.id(), wish.password());
        database.sql("update identity.account set password_hash = :password, password_changed_at = :now where id = :id")
                .param("password", hash)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", invited.id())
                .update();
        events.publishEvent(new AccountEvent(AccountEvent.What.INVITATION_ACCEPTED, invited.account(), null));
        return new Accepted(invited.account());
    }
}

package org.yiti.identity.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Whoever holds a link chooses the password of the account it is for. */
@UseCase
class AcceptInvitation {

    /** No rule of composition, no shorter than advised: ASVS 5.0 6.2.1, 6.2.5, 6.2.9. */
    record Request(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(min = 12, max = 128) String password) {}

    record Accepted(String account) {}

    private final Invitations invitations;
    private final PasswordEncoder passwords;
    private final JdbcClient database;

    AcceptInvitation(Invitations invitations, PasswordEncoder passwords, JdbcClient database) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.database = database;
    }

    Accepted accept(Request wish) {
        var account =
                invitations.redeem(wish.token()).orElseThrow(() -> new Refused(IdentityRefusal.INVITATION_NOT_VALID));
        database.sql("update identity.account set password_hash = :password where account = :account")
                .param("password", passwords.encode(wish.password()))
                .param("account", account)
                .update();
        return new Accepted(account);
    }
}

package org.yiti.identity.signin;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.secret.FailedSignIns;
import org.yiti.kernel.Refused;

/** Somebody says their password anew while they are signed in; whoever guesses it is slowed down, and it is recorded. */
@Component
class CurrentPassword {

    private final Accounts accounts;
    private final FailedSignIns failures;
    private final PasswordEncoder passwords;

    CurrentPassword(Accounts accounts, FailedSignIns failures, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
    }

    Accounts.Row prove(String account, String password, String address) {
        var row = accounts.find(account).orElseThrow(() -> new Refused(IdentityRefusal.NOT_SIGNED_IN));
        if (row.demonstration()) {
            throw new Refused(IdentityRefusal.DEMONSTRATION_ACCOUNT);
        }
        failures.refuseIfTooMany(account, address);
        if (!passwords.matches(password, row.passwordHash())) {
            failures.add(account, address);
            throw new Refused(IdentityRefusal.WRONG_CREDENTIALS);
        }
        failures.forget(account, address);
        return row;
    }
}

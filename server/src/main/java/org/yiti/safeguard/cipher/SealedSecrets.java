package org.yiti.safeguard.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountSecrets;

/** Secrets of accounts under the same keys as sealed columns; what is destroyed with the account is the secret of the account. */
@Component
class SealedSecrets implements AccountSecrets {

    private static final Logger log = LoggerFactory.getLogger(SealedSecrets.class);

    private final SealedColumns cipher;
    private final Subjects subjects;
    private final AllSealed all;

    SealedSecrets(SealedColumns cipher, Subjects subjects, AllSealed all) {
        this.all = all;
        this.cipher = cipher;
        this.subjects = subjects;
    }

    /** Accounts are numbered and rows of ledgers are not: as the latter an account has the name of its number. */
    static UUID subject(long account) {
        return UUID.nameUUIDFromBytes(("identity.account/" + account).getBytes(UTF_8));
    }

    @Override
    public String seal(Column column, long account, UUID row, String secret) {
        var subject = subject(account);
        var own = Objects.requireNonNull(subjects.of(List.of(subject)).get(subject));
        return cipher.encrypt(own, secret, column.table(), column.name(), place(account, row));
    }

    @Override
    public Optional<String> open(Column column, long account, UUID row, String stored) {
        if (!Token.is(stored)) {
            return plain(column, row, stored);
        }
        var own = subjects.find(subject(account));
        if (own == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher.decrypted(own, stored, column.table(), column.name(), place(account, row)));
        } catch (CannotOpen broken) {
            log.error("{}.{} of {}: {}", column.table(), column.name(), row, broken.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> plain(Column column, UUID row, String stored) {
        if (all.is(AllSealed.name(column.table(), column.name()))) {
            log.error("{}.{} of {} is not encrypted and was put there by somebody", column.table(), column.name(), row);
            return Optional.empty();
        }
        return Optional.of(stored);
    }

    static String[] place(long account, UUID row) {
        return new String[] {subject(account).toString(), row.toString()};
    }

    @Override
    public void destroy(long account) {
        subjects.destroy(subject(account));
    }
}

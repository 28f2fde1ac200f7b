package org.yiti.identity.signin;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Permission;
import org.yiti.identity.Role;
import org.yiti.identity.passkey.PasskeyProof;
import org.yiti.kernel.Label;

/** What the console has to know of whoever is signed in. */
@Component
class SessionView {

    record Institution(UUID id, String name) {}

    /** What somebody has to do before anything else is open to them. */
    enum Lack {
        SECOND_FACTOR,
        NEW_PASSWORD
    }

    record Session(
            String account,
            String name,
            Role role,
            Label roleName,
            @Nullable Institution institution,
            boolean everything,
            boolean demonstration,
            boolean passkey,
            List<Lack> lacks,
            List<String> permissions,
            List<String> everywhere) {}

    private final Accounts accounts;
    private final PasskeyProof passkeys;

    SessionView(Accounts accounts, PasskeyProof passkeys) {
        this.accounts = accounts;
        this.passkeys = passkeys;
    }

    Session of(Account account) {
        var row = accounts.find(account.account());
        var institution = account.institutionId();
        return new Session(
                account.account(),
                account.name(),
                account.role(),
                account.role().label(),
                institution == null
                        ? null
                        : new Institution(
                                institution,
                                accounts.institutionName(institution).orElse("")),
                account.rights().anywhere().everywhere(),
                row.map(Accounts.Row::demonstration).orElse(false),
                row.map(one -> passkeys.has(one.id())).orElse(false),
                lacks(),
                codes(account, account::may),
                codes(account, account::mayEverywhere));
    }

    private static List<String> codes(Account account, Predicate<Permission> may) {
        return account.rights().reaches().keySet().stream()
                .filter(may)
                .map(Permission::code)
                .sorted()
                .toList();
    }

    private static List<Lack> lacks() {
        return LiveSession.find()
                .map(session -> Stream.of(
                                session.passwordExpired() ? Lack.NEW_PASSWORD : null,
                                session.lacksFactor() ? Lack.SECOND_FACTOR : null)
                        .filter(Objects::nonNull)
                        .toList())
                .orElse(List.of());
    }
}

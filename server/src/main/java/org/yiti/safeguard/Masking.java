package org.yiti.safeguard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Reach;
import org.yiti.identity.Scope;
import org.yiti.kernel.ledger.Category;

/**
 * Decides, by what somebody is here for, which guarded values they see in the course of their work, and of whom. Contacts
 * and sensitive values are covered by no permission: they are shown one by one, for a reason ({@link Reveal}).
 */
@Component
public class Masking {

    private static final Map<Category, Permission> COVERED_BY =
            Map.of(Category.PERSONAL, Permission.PERSONAL, Category.TRACK, Permission.TRACK);

    private final Scope scope;

    Masking(Scope scope) {
        this.scope = scope;
    }

    /** Of whoever asks now. The house itself judges and moves what is there, not what is left of it. */
    public Sight sight() {
        var account = scope.account();
        if (account.equals(Account.HOUSE)) {
            return Sight.everywhere(Eyes.ALL_SEEING);
        }
        // mostly all rights reach equally far, and the tree is asked once
        var asked = new HashMap<Reach, Set<UUID>>();
        var covered = new EnumMap<Category, Sight.Part>(Category.class);
        COVERED_BY.forEach((category, permission) -> covered.put(category, part(account, permission, asked)));
        return new Sight(covered, part(account, Permission.REVEAL, asked), Reading.underWay());
    }

    /** A value of L3 goes out that no mask hides from whoever sees its row, or that was looked at before. */
    public void told(Place place) {
        if (!scope.account().equals(Account.HOUSE)) {
            Reading.underWay().saw(place);
        }
    }

    private Sight.Part part(Account account, Permission permission, Map<Reach, Set<UUID>> asked) {
        return new Sight.Part(
                account.rights().reach(permission),
                () -> asked.computeIfAbsent(
                        account.rights().reach(permission),
                        reach -> Objects.requireNonNull(scope.institutions(permission))));
    }
}

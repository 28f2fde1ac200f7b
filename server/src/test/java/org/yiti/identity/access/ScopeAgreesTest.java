package org.yiti.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.yiti.TestDatabase;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Reach;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;
import org.yiti.kernel.Refused;

/**
 * In random worlds, the decision in code, the predicate of lists and PostgreSQL's policies say the same of every row, and
 * the same as a model that walks the tree by hand. The tree is rearranged in between.
 */
class ScopeAgreesTest {

    private static final TestDatabase HOUSE = TestDatabase.fresh();
    /** Thousands of short questions: each by the same connection, which stands as somebody else every time. */
    private static final JdbcClient OWNER = JdbcClient.create(oneConnection());

    private static final ActingDataSource ACTING = new ActingDataSource(oneConnection());

    private final JdbcClient database = JdbcClient.create(ACTING);
    private final CurrentScope scope = new CurrentScope(database);

    private static final Set<Permission> READING = Set.of(Permission.READ);

    /** Whoever changes something sees it. */
    private static final Set<Permission> CHANGING =
            Set.of(Permission.WRITE, Permission.IMPORT, Permission.VERIFY, Permission.RECTIFY);

    private static SingleConnectionDataSource oneConnection() {
        try {
            return new SingleConnectionDataSource(HOUSE.dataSource().getConnection(), true);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private record World(Map<UUID, @Nullable UUID> parents, Map<UUID, UUID> owners) {}

    @RepeatedTest(12)
    void decisionPredicateAndPolicyAreOne(RepetitionInfo repetition) {
        var random = new Random(7_000 + repetition.getCurrentRepetition());
        var world = world(random);
        for (var round = 0; round < 4; round++) {
            for (var account : accounts(world, random)) {
                agrees(world, account);
            }
            rearrange(world, random);
        }
    }

    /** Officer here, reader there, auditor elsewhere: each permission holds where it was granted, and not where another was. */
    @RepeatedTest(12)
    void aMixedAccountHasEachPermissionWhereItWasGrantedAndNowhereElse(RepetitionInfo repetition) {
        var random = new Random(9_000 + repetition.getCurrentRepetition());
        var world = world(random);
        world.parents().keySet().forEach(ScopeAgreesTest::entry);
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 6; i++) {
                mixedAgrees(world, grants(world, random), random);
            }
            rearrange(world, random);
        }
    }

    private static void entry(UUID institution) {
        OWNER.sql("""
                        insert into safeguard.entry (seq, at, actor, action, object, outcome, leaf, hash, institution_id)
                        select coalesce(max(seq), 0) + 1, now(), 'house', 'x.y', 'x', 'done', '{}', '', ? from safeguard.entry
                        """).param(institution).update();
    }

    /** A few grants of whole roles or of one permission, mostly of a part, and now and then of everything. */
    private static List<Rights.Held> grants(World world, Random random) {
        var all = List.copyOf(world.parents().keySet());
        var roles = List.of(Role.OFFICER, Role.INSPECTOR, Role.ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);
        var grants = new ArrayList<Rights.Held>();
        for (var i = 1 + random.nextInt(4); i > 0; i--) {
            var permissions = random.nextBoolean()
                    ? roles.get(random.nextInt(roles.size())).permissions()
                    : Set.of(Permission.values()[random.nextInt(Permission.values().length)]);
            grants.add(
                    new Rights.Held(permissions, random.nextInt(9) == 0 ? null : all.get(random.nextInt(all.size()))));
        }
        return grants;
    }

    private void mixedAgrees(World world, List<Rights.Held> grants, Random random) {
        var account = new Account("mixed", "多处", Role.OFFICER, null, false, Rights.of(Purpose.DAILY, null, grants));
        var all = List.copyOf(world.parents().keySet());
        var read = granted(world, grants, Permission.READ);
        // which of the two it is by is decided in code; the policies ask whether either is
        var written = new HashSet<>(granted(world, grants, Permission.WRITE));
        written.addAll(granted(world, grants, Permission.IMPORT));
        var audited = granted(world, grants, Permission.AUDIT);
        Acting.as(account, () -> {
            for (var permission : Permission.values()) {
                var wanted = granted(world, grants, permission);
                for (var n = 0; n < 6; n++) {
                    var one = all.get(random.nextInt(all.size()));
                    assertThat(scope.contains(permission, one))
                            .as("decision of %s by %s", permission, grants)
                            .isEqualTo(wanted.contains(one));
                }
                var listed = scope.institutions(permission);
                assertThat(listed == null ? world.parents().keySet() : listed)
                        .as("predicate of %s by %s", permission, grants)
                        .isEqualTo(wanted);
            }
            assertThat(database.sql("select id from fleet.driver")
                            .query(UUID.class)
                            .set())
                    .as("rows read by %s", grants)
                    .isEqualTo(rows(world, read));
            assertThat(database.sql("update fleet.driver set licence_class = licence_class returning id")
                            .query(UUID.class)
                            .set())
                    .as("rows written by %s", grants)
                    .isEqualTo(rows(world, written));
            assertThat(database.sql(
                                    "select distinct institution_id from safeguard.entry where institution_id = any (?)")
                            .param(world.parents().keySet().toArray(UUID[]::new))
                            .query(UUID.class)
                            .set())
                    .as("entries read by %s", grants)
                    .isEqualTo(audited);
        });
        var somewhere = all.get(random.nextInt(all.size()));
        assertThat(isInserted(account, somewhere))
                .as("a row added by %s", grants)
                .isEqualTo(written.contains(somewhere));
    }

    private boolean isInserted(Account account, UUID institution) {
        try {
            var id = Acting.as(
                    account,
                    null,
                    null,
                    () -> database.sql(
                                    "insert into fleet.driver (institution_id, name, code) values (?, '新', ?) returning id")
                            .param(institution)
                            .param("N" + UUID.randomUUID())
                            .query(UUID.class)
                            .single());
            OWNER.sql("delete from fleet.driver where id = ?").param(id).update();
            return true;
        } catch (DataAccessException refused) {
            assertThat(refused).hasStackTraceContaining("row-level security");
            return false;
        }
    }

    /** The naive way: up from each institution, to a grant that holds what is asked for there. */
    private static Set<UUID> granted(World world, List<Rights.Held> grants, Permission permission) {
        var institutions = new HashSet<UUID>();
        for (var one : world.parents().keySet()) {
            for (UUID at = one; at != null; at = world.parents().get(at)) {
                var here = at;
                if (grants.stream()
                        .anyMatch(grant -> (grant.root() == null || grant.root().equals(here))
                                && (grant.permissions().contains(permission)
                                        || permission == Permission.READ
                                                && grant.permissions().stream().anyMatch(CHANGING::contains)))) {
                    institutions.add(one);
                }
            }
        }
        return institutions;
    }

    private boolean isTaken(UUID institution) {
        try {
            return scope.subtree(institution).contains(institution);
        } catch (Refused outside) {
            return false;
        }
    }

    private void agrees(World world, Account account) {
        var institutions = allowed(world, account, Permission.READ);
        var rows = rows(world, institutions);
        var changeable = allowed(world, account, Permission.WRITE);

        Acting.as(account, () -> {
            var decided = new HashSet<>(world.parents().keySet());
            decided.removeIf(one -> !scope.contains(one));
            assertThat(decided).as("decision").isEqualTo(institutions);
            decided.addAll(world.parents().keySet());
            decided.removeIf(one -> !scope.contains(Permission.WRITE, one));
            assertThat(decided).as("decision of writing").isEqualTo(changeable);
            var below = new HashSet<>(world.parents().keySet());
            below.removeIf(one -> !isTaken(one));
            assertThat(below).as("whose part may be asked for").isEqualTo(institutions);

            var visible = scope.institutions();
            var predicate = visible == null
                    ? OWNER.sql("select id from fleet.driver")
                    : OWNER.sql("select id from fleet.driver where institution_id = any (?)")
                            .param(visible.toArray(UUID[]::new));
            assertThat(predicate.query(UUID.class).set()).as("predicate").isEqualTo(rows);

            assertThat(database.sql("select id from fleet.driver")
                            .query(UUID.class)
                            .set())
                    .as("policy")
                    .isEqualTo(rows);
            assertThat(database.sql("update fleet.driver set licence_class = licence_class")
                            .update())
                    .as("policy of writing")
                    .isEqualTo(rows(world, changeable).size());
        });
    }

    private static Set<UUID> rows(World world, Set<UUID> institutions) {
        var rows = new HashSet<>(world.owners().keySet());
        rows.removeIf(row -> !institutions.contains(world.owners().get(row)));
        return rows;
    }

    private static Set<UUID> allowed(World world, Account account, Permission permission) {
        var institutions = new HashSet<>(world.parents().keySet());
        institutions.removeIf(one -> !allowed(world, account.rights().reach(permission), one));
        return institutions;
    }

    /** The naive way: up from the row's institution. */
    private static boolean allowed(World world, Reach reach, UUID institution) {
        if (reach.everywhere()) {
            return true;
        }
        for (UUID at = institution; at != null; at = world.parents().get(at)) {
            if (reach.roots().contains(at)) {
                return true;
            }
        }
        return false;
    }

    private static List<Account> accounts(World world, Random random) {
        var accounts = new ArrayList<Account>();
        var all = List.copyOf(world.parents().keySet());
        for (var i = 0; i < 4; i++) {
            accounts.add(new Account("a" + i, "某人", Role.OFFICER, all.get(random.nextInt(all.size())), false));
        }
        accounts.add(new Account("nowhere", "无单位", Role.OFFICER, null, false));
        accounts.add(new Account("elsewhere", "他处", Role.OFFICER, UUID.randomUUID(), false));
        accounts.add(new Account("all", "全局", Role.INSPECTOR, all.get(0), true));
        accounts.add(mixed(READING, List.of(all.get(random.nextInt(25)), all.get(random.nextInt(25))), all, random));
        accounts.add(mixed(READING, List.of(), all, random));
        accounts.add(mixed(Role.OFFICER.permissions(), List.of(all.get(random.nextInt(25))), all, random));
        accounts.add(new Account("whole", "全管", Role.ADMINISTRATOR, null, true));
        return accounts;
    }

    /** Somebody with one thing in some places, everywhere if in none, who writes in others. */
    private static Account mixed(Set<Permission> first, List<UUID> there, List<UUID> all, Random random) {
        var grants = new ArrayList<Rights.Held>();
        there.forEach(root -> grants.add(new Rights.Held(first, root)));
        if (there.isEmpty()) {
            grants.add(new Rights.Held(first, null));
        }
        grants.add(new Rights.Held(Set.of(Permission.WRITE), all.get(random.nextInt(all.size()))));
        return new Account("mixed", "多处", Role.OFFICER, null, false, Rights.of(Purpose.DAILY, null, grants));
    }

    private static World world(Random random) {
        OWNER.sql("delete from fleet.driver").update();
        OWNER.sql("update organization.institution set parent_id = null").update();
        OWNER.sql("delete from organization.institution").update();
        assertThat(OWNER.sql("select count(*) from organization.below")
                        .query(Long.class)
                        .single())
                .isZero();
        OWNER.sql(
                        "insert into organization.division (code, name, level) values ('930701', '某市', 'CITY') on conflict do nothing")
                .update();
        var world = new World(new HashMap<>(), new HashMap<>());
        var made = new ArrayList<UUID>();
        for (var i = 0; i < 25; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            var parent = made.isEmpty() || random.nextInt(6) == 0 ? null : made.get(random.nextInt(made.size()));
            OWNER.sql("""
                            insert into organization.institution (id, code, name, kind, level, division_id, parent_id)
                            select :id, :code, :name, 'OFFICE', 'CITY', d.id, :parent::uuid from organization.division d where code = '930701'
                            """)
                    .param("id", id)
                    .param("code", "S" + i)
                    .param("name", "机关" + i)
                    .param("parent", parent)
                    .update();
            made.add(id);
            world.parents().put(id, parent);
        }
        for (var i = 0; i < 60; i++) {
            var owner = made.get(random.nextInt(made.size()));
            var id = OWNER.sql("insert into fleet.driver (institution_id, name, code) values (?, ?, ?) returning id")
                    .param(owner)
                    .param("司机" + i)
                    .param("D" + i)
                    .query(UUID.class)
                    .single();
            world.owners().put(id, owner);
        }
        return world;
    }

    /** Branches move elsewhere, several in one statement, never below themselves. */
    private static void rearrange(World world, Random random) {
        var all = List.copyOf(world.parents().keySet());
        for (var i = 0; i < 3; i++) {
            var moved = all.get(random.nextInt(all.size()));
            var below = below(world, moved);
            var places = all.stream().filter(one -> !below.contains(one)).toList();
            var to = places.isEmpty() || random.nextInt(4) == 0 ? null : places.get(random.nextInt(places.size()));
            OWNER.sql(
                            "update organization.institution set parent_id = case when id = :moved then :to::uuid else parent_id end")
                    .param("moved", moved)
                    .param("to", to)
                    .update();
            world.parents().put(moved, to);
        }
    }

    private static Set<UUID> below(World world, UUID root) {
        var found = new HashSet<UUID>();
        var next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            var one = next.pop();
            found.add(one);
            world.parents().forEach((child, parent) -> {
                if (one.equals(parent)) {
                    next.add(child);
                }
            });
        }
        return found;
    }
}

package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;

/**
 * Somebody with one role here and another there, over the API: what is listed, counted, exported, opened, shown unmasked
 * and changed is for each row by what was granted where that row is, and never by the widest of what was granted.
 */
class MixedAccountsJourneyTest extends Journey {

    private static final String PREFIX = "MX";
    private static final String NAME = "兼职司机";
    private static final List<Role> ROLES = List.of(Role.OFFICER, Role.INSPECTOR, Role.ADMINISTRATOR);

    private record Unit(UUID id, @Nullable Unit above) {}

    private record Driver(UUID id, Unit unit, String code) {}

    private final List<Unit> units = new ArrayList<>();
    private final Map<UUID, Driver> drivers = new LinkedHashMap<>();
    private final Random random = new Random(20_261_129);

    private void world() {
        var division = freshDivision();
        add("organization/divisions", Map.of("code", division, "name", "兼任市", "level", "市级"));
        for (var i = 0; i < 9; i++) {
            var above = i < 2 ? null : units.get(random.nextInt(i));
            var cells = new HashMap<String, Object>(Map.of(
                    "code", PREFIX + i, "name", "兼任局" + i, "kind", "政府机关", "level", "市级", "divisionCode", division));
            if (above != null) {
                cells.put("parentCode", PREFIX + units.indexOf(above));
            }
            var unit = new Unit(add("organization/institutions", cells), above);
            units.add(unit);
            for (var n = 0; n < 2; n++) {
                var code = PREFIX + "D" + i + n;
                var id =
                        add("fleet/drivers", Map.of("code", code, "name", NAME + i + n, "institutionCode", PREFIX + i));
                drivers.put(id, new Driver(id, unit, code));
            }
        }
    }

    /** Permissions of a role or one of them, on one unit and what is below it. */
    private List<Rights.Held> grants() {
        var grants = new ArrayList<Rights.Held>();
        for (var i = 2 + random.nextInt(2); i > 0; i--) {
            var role = ROLES.get(random.nextInt(ROLES.size())).permissions();
            var permissions = random.nextInt(3) > 0 ? role : Set.of(Permission.READ);
            grants.add(new Rights.Held(
                    permissions, units.get(random.nextInt(units.size())).id()));
        }
        return grants;
    }

    private static boolean may(List<Rights.Held> grants, Permission permission, @Nullable Unit unit) {
        for (var at = unit; at != null; at = at.above()) {
            var here = at.id();
            if (grants.stream()
                    .anyMatch(grant ->
                            here.equals(grant.root()) && grant.permissions().contains(permission))) {
                return true;
            }
        }
        return false;
    }

    private Set<UUID> ids(List<Rights.Held> grants, Permission permission) {
        return drivers.values().stream()
                .filter(driver -> may(grants, permission, driver.unit()))
                .map(Driver::id)
                .collect(Collectors.toSet());
    }

    private static UUID id(Map<String, Object> row) {
        return UUID.fromString((String) row.get("id"));
    }

    @Test
    void eachRowIsByWhatWasGrantedWhereItIs() {
        world();
        var apart = 0;
        for (var i = 0; i < 14; i++) {
            var grants = grants();
            var account =
                    new Account("mixed-" + i, "兼任", Role.OFFICER, null, false, Rights.of(Purpose.DAILY, null, grants));
            var read = ids(grants, Permission.READ);
            var written = ids(grants, Permission.WRITE);
            if (!written.isEmpty() && written.size() < read.size()) {
                apart++;
            }
            listed(account, grants, read);
            exported(account, grants);
            changed(account, grants);
        }
        assertThat(apart).as("accounts that read more than they write").isGreaterThan(4);
    }

    private void listed(Account account, List<Rights.Held> grants, Set<UUID> read) {
        var page = json(get(account, "/api/fleet/drivers?limit=500&code.like=" + PREFIX + "D"));
        @SuppressWarnings("unchecked")
        var items = (List<Map<String, Object>>) page.get("items");
        assertThat(items.stream().map(MixedAccountsJourneyTest::id).collect(Collectors.toSet()))
                .as("listed for %s", grants)
                .isEqualTo(read);
        assertThat(page.get("total")).as("counted for %s", grants).isEqualTo(read.size());
        for (var row : items) {
            var driver = drivers.get(id(row));
            assertThat(String.valueOf(row.get("name")).contains("*"))
                    .as("name of %s masked for %s", driver.code(), grants)
                    .isEqualTo(!may(grants, Permission.PERSONAL, driver.unit()));
        }
        // what is masked is not found by its value either: rows of one unit are not searched by what another shows
        for (var driver : drivers.values()) {
            var answer = get(
                    account, "/api/fleet/drivers?name=" + NAME + driver.code().substring(PREFIX.length() + 1));
            if (grants.stream().noneMatch(grant -> grant.permissions().contains(Permission.PERSONAL))) {
                assertThat(answer).as("asked by what is masked everywhere").hasStatus(403);
                continue;
            }
            assertThat(answer).as("%s", grants).hasStatusOk();
            var found = items(answer);
            assertThat(found.size())
                    .as("found by the name of %s for %s", driver.code(), grants)
                    .isEqualTo(
                            may(grants, Permission.READ, driver.unit())
                                            && may(grants, Permission.PERSONAL, driver.unit())
                                    ? 1
                                    : 0);
        }
    }

    private void exported(Account account, List<Rights.Held> grants) {
        var file = get(account, "/api/fleet/drivers/export?format=csv&code.like=" + PREFIX + "D");
        assertThat(file).hasStatusOk();
        var text = new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var exported = new HashSet<UUID>();
        drivers.values().forEach(driver -> {
            if (text.contains(driver.code() + ",") || text.contains("," + driver.code())) {
                exported.add(driver.id());
            }
        });
        assertThat(exported).as("exported for %s", grants).isEqualTo(ids(grants, Permission.READ));
    }

    private void changed(Account account, List<Rights.Held> grants) {
        for (var driver : drivers.values()) {
            var version = json(get(ADMINISTRATOR, "/api/fleet/drivers/" + driver.id()))
                    .get("version");
            var answer = patch(
                    account, "/api/fleet/drivers/" + driver.id(), Map.of("version", version, "licenceClass", "B1"));
            var wanted = ids(grants, Permission.WRITE).isEmpty()
                    ? 403
                    : !may(grants, Permission.READ, driver.unit())
                            ? 404
                            : may(grants, Permission.WRITE, driver.unit()) ? 200 : 403;
            assertThat(answer.getResponse().getStatus())
                    .as("%s changed by %s", driver.code(), grants)
                    .isEqualTo(wanted);
        }
    }
}

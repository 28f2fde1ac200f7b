package org.yiti.ledger.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;

/** A list too long to be looked through for one page: a hundred trips more, one every hour, the first of them to a place of its own. */
class LookingJourneyTest extends Journey {

    private static final String TRIPS = "/api/fleet/trips?limit=50";
    private static boolean ready;
    private static UUID office;

    @BeforeEach
    void manyTrips() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "930100", "name", "远行市", "level", "市级"));
        office = add(
                "organization/institutions",
                Map.of("code", "LK-1", "name", "远行市机关事务管理局", "kind", "政府机关", "level", "市级", "divisionCode", "930100"));
        var vehicle = add(
                "fleet/vehicles",
                Map.of(
                        "plate",
                        "川L12K45",
                        "institutionCode",
                        "LK-1",
                        "type",
                        "其他公务用车",
                        "body",
                        "轿车",
                        "energy",
                        "汽油",
                        "markStatus",
                        "已喷涂",
                        "status",
                        "在用"));
        database.sql("""
                        insert into fleet.trip (institution_id, vehicle_id, started_at, ended_at, kilometres, order_no, destination)
                        select v.institution_id, v.id, at, at + interval '20 minutes', 5, 'LK-' || n, case n when 1 then '天涯' else '城区' end
                          from fleet.vehicle v
                         cross join generate_series(1, :trips) n
                         cross join lateral (select timestamptz '2020-01-01 00:00+08' + n * interval '1 hour' as at) hour
                         where v.id = :vehicle
                        """)
                .param("vehicle", vehicle)
                .param("trips", Looking.THROUGH + 100)
                .update();
    }

    @Test
    void aPageLooksThroughSomeThousandsAndTheNextLooksOn() {
        var page = page("&destination.like=天涯");

        assertThat(items(page)).isEmpty();
        assertThat(page)
                .containsEntry("totalCapped", true)
                .extracting("lookedTo")
                .isNotNull();

        var found = new ArrayList<Object>();
        while (page.get("next") != null) {
            page = page("&destination.like=天涯&after=" + page.get("next"));
            items(page).forEach(row -> found.add(row.get("orderNo")));
        }
        assertThat(found).containsExactly("LK-1");
        assertThat(page).containsEntry("lookedTo", null);
    }

    @Test
    void aPageOfOneInstitutionSaysHowFarItCameInItsRows() {
        var page = page("&destination.like=天涯&institution=" + office);

        assertThat(items(page)).isEmpty();
        assertThat(page).containsEntry("lookedTo", "2020-01-05T05:00:00+08:00");
        assertThat(items(page("&destination.like=天涯&institution=" + office + "&after=" + page.get("next"))))
                .extracting(row -> row.get("orderNo"))
                .containsExactly("LK-1");
    }

    @Test
    void whatBoundsTheLookingIsNotLookedThrough() {
        var bounded = page("&destination.like=天涯&startedAt.to=2020-01-03");

        assertThat(items(bounded)).hasSize(1);
        assertThat(bounded).containsEntry("next", null).containsEntry("total", 1);
    }

    @Test
    void aPartOfTheSortingColumnDoesNotBoundTheLooking() {
        var page = page("&startedAt.like=2020-01-01&institution=" + office);

        assertThat(items(page)).isEmpty();
        assertThat(page).extracting("next").isNotNull();
    }

    @Test
    void theTripsOfAVehicleOrAnOrderAreFoundAtOnce() {
        assertThat(items(page("&plate=川L12K45&destination.like=天涯"))).hasSize(1);
        assertThat(items(page("&orderNo=LK-1"))).hasSize(1);
    }

    @Test
    void aPageThatIsFullGoesOnFromItsLastRow() {
        var first = page("&destination.like=城区");

        assertThat(items(first)).hasSize(50);
        assertThat(first).containsEntry("lookedTo", null);
        assertThat(items(page("&destination.like=城区&after=" + first.get("next"))))
                .extracting(row -> row.get("orderNo"))
                .first(InstanceOfAssertFactories.STRING)
                .isEqualTo("LK-" + (Looking.THROUGH + 50));
    }

    @Test
    void anInstitutionIsLookedThroughByItself() {
        var other = add(
                "organization/institutions",
                Map.of("code", "LK-2", "name", "远行市档案馆", "kind", "政府机关", "level", "市级", "divisionCode", "930100"));

        var page = json(get(officer(other), TRIPS + "&destination.like=天涯"));

        assertThat(items(page)).isEmpty();
        assertThat(page).containsEntry("next", null).containsEntry("total", 0);
    }

    @Test
    void smallPagesOfMoreInstitutionsThanTheyHaveRowsLeaveNothingOut() {
        var above = add(
                "organization/institutions",
                Map.of("code", "LK-3", "name", "远行县机关事务管理局", "kind", "政府机关", "level", "县级", "divisionCode", "930100"));
        database.sql("""
                        with below as (
                            insert into organization.institution (code, name, kind, level, division_id, parent_id)
                            select 'LK-3' || i, '远行县' || i || '局', a.kind, a.level, a.division_id, a.id
                              from organization.institution a, generate_series(0, 5) i where a.id = :above
                            returning id, code
                        ), vehicle as (
                            insert into fleet.vehicle (institution_id, plate, type, body, energy, mark_status, status)
                            select b.id, '川L3K' || right(b.code, 1) || '00', v.type, v.body, v.energy, v.mark_status, v.status
                              from below b, fleet.vehicle v where v.plate = '川L12K45'
                            returning id, institution_id, plate
                        )
                        insert into fleet.trip (institution_id, vehicle_id, started_at, ended_at, kilometres, order_no, destination)
                        select institution_id, id, at, at + interval '20 minutes', 5, plate || n, '乡镇' from vehicle
                         cross join lateral (select substr(plate, 5, 1)::int as i) which
                         cross join generate_series(1, 4) n
                         cross join lateral (select timestamptz '2021-01-01 00:00+08' + (n * (1 + i % 2) + i / 2 % 2) * interval '1 hour' as at) hour
                        """).param("above", above).update();

        assertThat(leafed("&institution=" + above)).hasSize(24).isEqualTo(inOrder(above, " desc"));
        assertThat(leafed("&sort=startedAt&institution=" + above)).isEqualTo(inOrder(above, ""));
    }

    private List<Object> inOrder(UUID above, String way) {
        return database.sql(
                        "select t.order_no from fleet.trip t join organization.below b on b.member = t.institution_id and b.root = :above"
                                + " order by t.started_at" + way + ", t.id" + way)
                .param("above", above)
                .query((row, n) -> (Object) row.getString(1))
                .list();
    }

    private List<Object> leafed(String query) {
        var all = new ArrayList<Object>();
        var page = json(get(ADMINISTRATOR, "/api/fleet/trips?limit=2" + query));
        items(page).forEach(row -> all.add(row.get("orderNo")));
        while (page.get("next") != null) {
            page = json(get(ADMINISTRATOR, "/api/fleet/trips?limit=2" + query + "&after=" + page.get("next")));
            items(page).forEach(row -> all.add(row.get("orderNo")));
        }
        return all;
    }

    private Map<String, Object> page(String query) {
        return json(get(ADMINISTRATOR, TRIPS + query));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }
}

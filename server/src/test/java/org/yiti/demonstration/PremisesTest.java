package org.yiti.demonstration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PremisesTest {
    private static final List<Map<String, String>> ROOMS = Told.rows(Told.CLEAN, "premises.room");

    @Test
    void a_building_holds_what_its_rooms_and_its_floors_add_up_to() {
        Map<String, Double> rooms = ROOMS.stream()
                .collect(groupingBy(r -> r.get("buildingCode"), summingDouble(r -> Told.number(r, "usableArea"))));
        Map<String, Double> floors = Told.rows(Told.CLEAN, "premises.floor").stream()
                .collect(groupingBy(f -> f.get("buildingCode"), summingDouble(f -> Told.number(f, "usableArea"))));
        assertThat(Told.rows(Told.CLEAN, "premises.building")).allSatisfy(building -> {
            double usable = Told.number(building, "usableArea");
            assertThat(rooms.get(building.get("code"))).isCloseTo(usable, within(0.01));
            assertThat(floors.get(building.get("code"))).isCloseTo(usable, within(0.01));
            assertThat(usable / Told.number(building, "buildingArea")).isBetween(0.65, 0.75);
        });
    }

    @Test
    void nobody_sits_in_more_than_the_ranks_in_the_room_allow() {
        Limits limits = new Limits();
        Map<String, String> ranks = Told.rows(Told.CLEAN, "organization.person").stream()
                .collect(toMap(p -> p.get("code"), p -> p.get("rank")));
        Map<String, Double> allowed = Told.rows(Told.CLEAN, "premises.occupancy").stream()
                .filter(o -> o.get("endsOn").isEmpty() && !o.get("personCode").isEmpty())
                .collect(groupingBy(
                        o -> o.get("buildingCode") + " " + o.get("roomNumber"),
                        summingDouble(o -> limits.of(ranks.get(o.get("personCode"))))));
        Map<String, Map<String, String>> rooms =
                ROOMS.stream().collect(toMap(r -> r.get("buildingCode") + " " + r.get("number"), Function.identity()));
        assertThat(allowed)
                .isNotEmpty()
                .allSatisfy((room, most) ->
                        assertThat(Told.number(rooms.get(room), "usableArea")).isLessThanOrEqualTo(most));
    }

    @Test
    void everybody_who_serves_has_one_room_and_nobody_who_left_has_any() {
        Map<String, Long> rooms = Told.rows(Told.CLEAN, "premises.occupancy").stream()
                .filter(o -> o.get("endsOn").isEmpty() && !o.get("personCode").isEmpty())
                .collect(groupingBy(o -> o.get("personCode"), java.util.stream.Collectors.counting()));
        assertThat(Told.rows(Told.CLEAN, "organization.person")).allSatisfy(person -> {
            boolean left = !person.get("transferredOn").isEmpty()
                    || !person.get("retiredOn").isEmpty();
            assertThat(rooms.getOrDefault(person.get("code"), 0L)).isEqualTo(left ? 0L : 1L);
        });
    }

    @Test
    void the_establishment_has_room_for_everyone_on_it() {
        Map<String, Double> posts = Told.rows(Told.CLEAN, "organization.establishment").stream()
                .collect(groupingBy(
                        e -> e.get("institutionCode") + " " + e.get("rank"),
                        summingDouble(e -> Told.number(e, "headcount"))));
        Told.rows(Told.CLEAN, "organization.person").stream()
                .filter(p -> p.get("staffing").equals("ESTABLISHED"))
                .filter(p ->
                        p.get("transferredOn").isEmpty() && p.get("retiredOn").isEmpty())
                .collect(groupingBy(
                        p -> p.get("institutionCode") + " " + p.get("rank"), java.util.stream.Collectors.counting()))
                .forEach((rank, people) -> assertThat((double) people).as(rank).isLessThanOrEqualTo(posts.get(rank)));
    }
}

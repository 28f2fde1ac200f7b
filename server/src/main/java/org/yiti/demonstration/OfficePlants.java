package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiti.demonstration.Organization.Person;
import org.yiti.demonstration.Premises.Occupancy;
import org.yiti.demonstration.Premises.Room;

/** Offices too large for who sits in them, by a little, by a lot, and by nothing. */
final class OfficePlants {
    private static final String RULE = "OF-01";

    private final Plants plants;
    private final City city;
    private final Limits limits = new Limits();
    private final Map<String, List<Person>> occupants = new HashMap<>();

    OfficePlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        city.premises
                .occupancies
                .where(o -> o.endsOn() == null && o.personCode() != null)
                .forEach(o -> occupants
                        .computeIfAbsent(o.buildingCode() + " " + o.roomNumber(), r -> new ArrayList<>())
                        .add(city.organization.people.get(String.valueOf(o.personCode()))));
    }

    void sow() {
        plants.attempt(() -> alone("CITY_BUREAU_DEPUTY", 1.5));
        plants.attempt(() -> alone("CITY_BUREAU_CHIEF", 14));
        plants.attempt(() -> alone("COUNTY_SECTION_CHIEF", 0.3));
        plants.attempt(() -> alone("COUNTY_SECTION_DEPUTY", 3.2));
        plants.attempt(() -> alone("CITY_DEPUTY", 6.5));
        plants.attempt(() -> shared("CITY_STAFF", 3, 4.6));
        plants.attempt(() -> shared("COUNTY_STAFF", 2, 0.9));
        plants.attempt(() -> withToilet("CITY_CHIEF", 6.8, 1.2));
        plants.attempt(this::leftBehind);
        plants.attempt(() -> exactlyAlone("CITY_BUREAU_DEPUTY"));
        plants.attempt(this::exactlyShared);
        plants.attempt(this::toiletWithin);
        plants.attempt(this::township);
    }

    private Stream<Room> roomsOf(String rank, int people) {
        return city.premises.rooms.where(room -> {
            List<Person> in = occupants.getOrDefault(room.key(), List.of());
            return room.use().equals("OFFICE")
                    && in.size() == people
                    && in.stream().allMatch(p -> p.rank().equals(rank));
        });
    }

    private Room pick(String name, String rank, int people) {
        return plants.pick(RULE + " " + name, roomsOf(rank, people), room -> "room " + room.key());
    }

    private void alone(String rank, double excess) {
        Room room = pick(rank + excess, rank, 1);
        double limit = limits.of(rank);
        Alterations.resize(city, Rows.with(room, "toiletArea", null), limit + excess);
        plants.breach(RULE, room.key(), null, "单人办公室扩大到超出限额 %s m²".formatted(excess), limit + excess, limit);
    }

    private void shared(String rank, int people, double excess) {
        Room room = pick(rank + people, rank, people);
        double limit = people * limits.of(rank);
        Alterations.resize(city, room, limit + excess);
        plants.breach(RULE, room.key(), null, "%d 人合用办公室超出限额之和 %s m²".formatted(people, excess), limit + excess, limit);
    }

    private void withToilet(String rank, double toilet, double excess) {
        Room room = pick("toilet", rank, 1);
        double limit = limits.of(rank);
        double exempt = 6;
        Alterations.resize(city, Rows.with(room, "toiletArea", toilet), limit + exempt + excess);
        plants.breach(RULE, room.key(), null, "卫生间 %s m²,可不计入的只有 6 m²".formatted(toilet), limit + excess, limit);
    }

    /** Two shared a room; one moved to another room, and what was right for two is too much for one. */
    private void leftBehind() {
        Room room = pick("left behind", "CITY_STAFF", 2);
        Person mover = occupants.getOrDefault(room.key(), List.of()).get(0);
        Occupancy held = city.premises
                .occupancies
                .where(o -> o.endsOn() == null && mover.code().equals(o.personCode()))
                .findFirst()
                .orElseThrow();
        Room other = plants.pick(
                "OF-01 moves to",
                roomsOf("CITY_STAFF", 3).filter(r -> r.institutionCode().equals(room.institutionCode())),
                r -> "room " + r.key());
        city.premises.occupancies.change(held, "endsOn", city.asOf.minusDays(45));
        city.premises.occupancies.add(Occupancy.of(held.user(), other, mover.code(), city.asOf.minusDays(44), null));
        plants.breach(RULE, room.key(), null, "两人合用,一人调整到别处后剩一人", room.usableArea(), limits.of("CITY_STAFF"));
    }

    private void exactlyAlone(String rank) {
        Room room = pick("exactly alone", rank, 1);
        Alterations.resize(city, Rows.with(room, "toiletArea", null), limits.of(rank));
        plants.nearMiss(RULE, room.key(), "恰好等于限额 %s m²".formatted(limits.of(rank)));
    }

    private void exactlyShared() {
        Room room = pick("exactly shared", "CITY_STAFF", 3);
        Alterations.resize(city, room, 3 * limits.of("CITY_STAFF"));
        plants.nearMiss(RULE, room.key(), "三人合用,恰好等于限额之和");
    }

    private void toiletWithin() {
        Room room = pick("toilet within", "COUNTY_CHIEF", 1);
        Alterations.resize(city, Rows.with(room, "toiletArea", 5.5), limits.of("COUNTY_CHIEF") + 5.5);
        plants.nearMiss(RULE, room.key(), "扣除 5.5 m² 卫生间后恰好等于限额");
    }

    private void township() {
        Room room = pick("township", "TOWNSHIP_CHIEF", 1);
        Alterations.resize(city, room, 23.5);
        plants.nearMiss(RULE, room.key(), "乡级由省规定,未规定前只看是否超过县级副职的 24 m²");
    }
}

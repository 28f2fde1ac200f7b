package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Organization.Appointment;
import org.yiti.demonstration.Organization.Person;
import org.yiti.demonstration.Premises.Occupancy;
import org.yiti.demonstration.Premises.Room;

/** People with one office too many, and offices of people who have gone. */
final class PlacementPlants {
    private final Plants plants;
    private final City city;
    private final LocalDate asOf;

    PlacementPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.asOf = city.asOf;
    }

    void sow() {
        plants.attempt(this::secondOffices);
        plants.attempt(() -> notReturned(2, 20, true));
        plants.attempt(() -> notReturned(2, 200, true));
        plants.attempt(() -> notReturned(2, 0, false));
        plants.attempt(this::leavers);
    }

    /** Last of all, so that nothing that was planted before is planted on anything else. */
    void sowRooms() {
        plants.attempt(this::roomsBesides);
    }

    /** A parlour in a leader's name, and a duty room in the name of who sits there. */
    private void roomsBesides() {
        Room parlour = serviceRoom("OF-01b", "CITY_BUREAU_DEPUTY");
        place(among("OF-01b person", parlour, "CITY_BUREAU_DEPUTY"), parlour, asOf.minusDays(700), null);
        plants.breach("OF-01b", parlour.key(), null, "会客室登记由一名领导干部个人使用");

        Room duty = serviceRoom("OF-01b staff", "CITY_STAFF");
        place(among("OF-01b staff person", duty, "CITY_STAFF"), duty, asOf.minusDays(700), null);
        plants.nearMiss("OF-01b", duty.key(), "值班室登记由一般工作人员使用");
    }

    private Room serviceRoom(String name, String rank) {
        Set<String> places = city.organization
                .people
                .where(p -> serves(p, rank))
                .map(Person::institutionCode)
                .collect(Collectors.toSet());
        return plants.pick(
                name,
                city.premises.rooms.where(
                        r -> r.use().equals("SERVICE") && r.usableArea() <= 40 && places.contains(r.institutionCode())),
                r -> "room " + r.key());
    }

    private Person among(String name, Room room, String rank) {
        return plants.pick(
                name,
                city.organization.people.where(
                        p -> serves(p, rank) && p.institutionCode().equals(room.institutionCode())),
                p -> "person " + p.code());
    }

    private boolean serves(Person person, String rank) {
        return person.leftOn() == null
                && person.rank().equals(rank)
                && person.joinedOn().isBefore(asOf.minusDays(700))
                && !plants.taken("person " + person.code());
    }

    /** A leader with one office and no post elsewhere. */
    private Person leader(String name) {
        return plants.pick(
                name,
                city.organization.people.where(p -> p.leftOn() == null
                        && p.rank().equals("CITY_BUREAU_DEPUTY")
                        && city.organization
                                        .appointments
                                        .where(a -> a.personCode().equals(p.code()))
                                        .count()
                                == 1),
                p -> "person " + p.code());
    }

    /** An office that stood empty for a while, at another institution. */
    private Room empty(String name, Person person, double from, double to) {
        Room room = plants.pick(
                name,
                city.premises.rooms.where(r -> r.idleSince() != null
                        && r.institutionCode()
                                .startsWith(person.institutionCode().substring(0, 6))
                        && !r.institutionCode().equals(person.institutionCode())
                        && r.usableArea() >= from
                        && r.usableArea() <= to),
                r -> "room " + r.key());
        return city.premises.rooms.change(room, "idleSince", null);
    }

    private void place(Person person, Room room, LocalDate from, @Nullable String approval) {
        Occupancy made = Occupancy.of(room.institutionCode(), room, person.code(), from, null);
        city.premises.occupancies.add(approval == null ? made : Rows.with(made, "approvalNo", approval));
    }

    private void post(Person person, Room room, LocalDate from, @Nullable LocalDate to) {
        String other =
                city.organization.institutions.get(room.institutionCode()).shortName();
        city.organization.appointments.add(
                new Appointment(room.institutionCode(), person.code(), null, "兼" + other + "副职", false, from, to));
    }

    private void secondOffices() {
        Person quiet = leader("OF-19 not approved");
        Room second = empty("OF-19 not approved room", quiet, 12, 17.5);
        post(quiet, second, asOf.minusDays(300), null);
        place(quiet, second, asOf.minusDays(290), null);
        plants.breach("OF-19", quiet.code(), null, "兼任单位另有一处办公室,没有批准", 2, 1);

        Person large = leader("OF-19 too large");
        Room roomy = empty("OF-19 too large room", large, 18, 26);
        post(large, roomy, asOf.minusDays(400), null);
        place(large, roomy, asOf.minusDays(390), "示机管配〔%d〕7号".formatted(asOf.getYear() - 1));
        plants.breach("OF-19", large.code(), null, "第二处经批准,但不小于标准面积");
        plants.consequence("OF-01", roomy.key(), null, "同一处办公室也超过个人限额");

        Person fine = leader("OF-19 approved");
        Room small = empty("OF-19 approved room", fine, 12, 17.5);
        post(fine, small, asOf.minusDays(500), null);
        place(fine, small, asOf.minusDays(480), "示机管配〔%d〕9号".formatted(asOf.getYear() - 1));
        plants.nearMiss("OF-19", fine.code(), "第二处经批准且小于标准面积");
    }

    private void notReturned(int months, int days, boolean found) {
        Person person = leader("OF-20 " + days);
        Room room = empty("OF-20 room " + days, person, 12, 17.5);
        LocalDate ended = asOf.minusMonths(months).minusDays(days);
        if (!ended.plusMonths(months).equals(asOf) && !found) {
            ended = asOf.minusMonths(months).plusDays(1);
        }
        post(person, room, ended.minusDays(600), ended);
        place(person, room, ended.minusDays(580), "示机管配〔%d〕12号".formatted(asOf.getYear() - 2));
        long since = ChronoUnit.DAYS.between(ended, asOf);
        long allowed = ChronoUnit.DAYS.between(ended, ended.plusMonths(months));
        if (found) {
            plants.breach("OF-20", person.code(), null, "免去兼任职务 %d 天,第二处未腾退".formatted(since), since, allowed);
        } else {
            plants.nearMiss("OF-20", person.code(), "免去兼任职务刚满两个月,尚在期限内");
        }
    }

    private void leavers() {
        leaver("retired", "retiredOn", asOf.minusMonths(1).minusDays(3), true);
        leaver("retired long ago", "retiredOn", asOf.minusMonths(7), true);
        leaver("transferred", "transferredOn", asOf.minusMonths(2).minusDays(10), true);
        leaver("transferred lately", "transferredOn", asOf.minusDays(12), false);
        leaver("retired lately", "retiredOn", asOf.minusDays(20), false);
    }

    /** Somebody leaves the institution and the room keeps its name on it. */
    private void leaver(String name, String how, LocalDate day, boolean found) {
        Person person = plants.pick(
                "OF-21 " + name,
                city.organization.people.where(p -> p.leftOn() == null
                        && p.rank().equals("CITY_STAFF")
                        && p.joinedOn().isBefore(day.minusDays(400))),
                p -> "person " + p.code());
        city.organization.people.change(person, how, day);
        Appointment main = city.organization
                .appointments
                .where(a -> a.personCode().equals(person.code()) && a.main())
                .findFirst()
                .orElseThrow();
        city.organization.appointments.change(main, "endsOn", day);
        Occupancy held = city.premises
                .occupancies
                .where(o -> o.endsOn() == null && person.code().equals(o.personCode()))
                .findFirst()
                .orElseThrow();
        if (!held.startsOn().isBefore(day)) {
            city.premises.occupancies.remove(held);
            city.premises.occupancies.add(Rows.with(held, "startsOn", day.minusDays(200)));
        }
        if (found) {
            long since = ChronoUnit.DAYS.between(day, asOf);
            long allowed = ChronoUnit.DAYS.between(day, day.plusMonths(1));
            plants.breach("OF-21", person.code(), null, "离任 %d 天,办公室未收回".formatted(since), since, allowed);
        } else {
            plants.nearMiss("OF-21", person.code(), "离任不满一个月");
        }
    }
}

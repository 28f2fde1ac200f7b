package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Organization.Person;

/** What institutions were called, what leaders were and who held cars, before they became what the ledgers say. */
final class Before {
    private static final LocalDate RENAMED = LocalDate.of(2022, 1, 1);
    private static final String FORMERLY = "政策";

    private final Organization organization;
    private final Premises premises;
    private final Fleet fleet;
    private final Chance chance;
    private final LocalDate asOf;
    private final String city;

    Before(Organization organization, Premises premises, Fleet fleet, Chance chance, LocalDate asOf, int number) {
        this.organization = organization;
        this.premises = premises;
        this.fleet = fleet;
        this.chance = chance.under("before");
        this.asOf = asOf;
        this.city = Institutions.cityName(number);
    }

    void tell() {
        Map<String, String> former = Lines.of("former-names.txt").stream()
                .collect(Collectors.toMap(line -> line[0], line -> line[1].replace("{}", city)));
        former.forEach((shortName, name) -> organization
                .institutions
                .where(institution -> institution.level().equals("CITY")
                        && institution.shortName().equals(shortName))
                .findFirst()
                .ifPresent(institution -> renamed(institution, name)));
        List.copyOf(organization.people.all()).stream()
                .filter(person ->
                        !person.rank().endsWith("_STAFF") && person.joinedOn().isBefore(People.REFORM))
                .forEach(this::promoted);
        List.copyOf(organization.departments.all()).stream()
                .filter(department -> department.name().equals("法规科"))
                .forEach(this::renamed);
        List.copyOf(organization.posts.all()).stream()
                .filter(post -> post.name().startsWith("法规科"))
                .forEach(this::renamed);
        List.copyOf(premises.rooms.all()).forEach(this::converted);
        List.copyOf(fleet.vehicles.all()).stream()
                .collect(Collectors.groupingBy(
                        vehicle -> vehicle.institutionCode().substring(0, 6)))
                .forEach((division, vehicles) -> vehicles.forEach(vehicle -> handedOver(vehicle, vehicles)));
    }

    private void renamed(Organization.Institution institution, String formerName) {
        organization.institutions.change(institution, "since", People.REFORM);
        organization.institutionPasts.add(new Organization.InstitutionPast(
                institution.code(),
                formerName,
                institution.kind(),
                institution.level(),
                institution.divisionCode(),
                institution.parentCode(),
                institution.establishedOn(),
                People.REFORM.minusDays(1)));
    }

    private void renamed(Organization.Department department) {
        organization.departments.change(department, "since", RENAMED);
        organization.departmentPasts.add(new Organization.DepartmentPast(
                department.institutionCode(),
                department.code(),
                FORMERLY + department.name(),
                department.startsOn(),
                RENAMED.minusDays(1)));
    }

    private void renamed(Organization.Post post) {
        organization.posts.change(post, "since", RENAMED);
        organization.postPasts.add(new Organization.PostPast(
                post.institutionCode(),
                post.code(),
                FORMERLY + post.name(),
                post.rank(),
                post.departmentCode(),
                post.startsOn(),
                RENAMED.minusDays(1)));
    }

    /** One service room in thirty was an office. */
    private void converted(Premises.Room room) {
        Chance own = chance.under(room.key());
        if (!room.use().equals("SERVICE") || !own.happens(0.03)) {
            return;
        }
        LocalDate since = asOf.minusDays(own.whole(300, 2500));
        premises.rooms.change(room, "since", since);
        premises.roomPasts.add(new Premises.RoomPast(
                room.buildingCode(),
                room.number(),
                room.institutionCode(),
                "OFFICE",
                room.usableArea(),
                since.minusDays(1)));
    }

    private void promoted(Person person) {
        String rank = person.rank();
        String before = rank.endsWith("_CHIEF")
                ? rank.replace("_CHIEF", "_DEPUTY")
                : rank.substring(0, rank.indexOf('_')) + "_STAFF";
        organization.people.change(person, "since", People.REFORM);
        organization.personPasts.add(new Organization.PersonPast(
                person.code(),
                person.institutionCode(),
                before,
                person.staffing(),
                person.joinedOn(),
                People.REFORM.minusDays(1)));
    }

    /** One car in twenty came from elsewhere in the same place. */
    private void handedOver(Vehicle vehicle, List<Vehicle> others) {
        Chance own = chance.under(vehicle.plate());
        int most = (int) (asOf.toEpochDay() - vehicle.registeredOn().toEpochDay()) - 400;
        if (vehicle.retiredOn() != null || most < 400 || !own.happens(0.05)) {
            return;
        }
        String from = own.pick(others).institutionCode();
        if (from.equals(vehicle.institutionCode())) {
            return;
        }
        LocalDate since = vehicle.registeredOn().plusDays(own.whole(400, most));
        fleet.vehicles.change(vehicle, "since", since);
        fleet.pasts.add(new Fleet.VehiclePast(
                vehicle.plate(), from, vehicle.type(), "IN_USE", vehicle.registeredOn(), since.minusDays(1)));
    }
}

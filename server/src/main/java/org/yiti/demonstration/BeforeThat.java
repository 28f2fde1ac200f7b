package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.yiti.demonstration.Energy.Meter;
import org.yiti.demonstration.Energy.MeterPast;
import org.yiti.demonstration.Fleet.Driver;
import org.yiti.demonstration.Fleet.DriverPast;
import org.yiti.demonstration.FormerPlaces.BuildingPast;
import org.yiti.demonstration.FormerPlaces.FloorPast;
import org.yiti.demonstration.FormerPlaces.SitePast;
import org.yiti.demonstration.Premises.Building;
import org.yiti.demonstration.Premises.Floor;
import org.yiti.demonstration.Premises.Site;

/** What places, meters and drivers were before; people and institutions, rooms and cars are in {@link Before}. */
final class BeforeThat {
    /** Titles came to the bureaux after the measures of December 2017. */
    private static final LocalDate UNIFIED = LocalDate.of(2018, 3, 1);

    private static final LocalDate RENUMBERED = LocalDate.of(2016, 7, 1);

    private final Organization organization;
    private final Premises premises;
    private final Fleet fleet;
    private final Chance chance;
    private final LocalDate asOf;

    BeforeThat(Organization organization, Premises premises, Fleet fleet, Chance chance, LocalDate asOf) {
        this.organization = organization;
        this.premises = premises;
        this.fleet = fleet;
        this.chance = chance.under("before that");
        this.asOf = asOf;
    }

    void tell() {
        List.copyOf(premises.sites.all()).forEach(this::renumbered);
        List.copyOf(premises.buildings.all()).forEach(this::registered);
        List.copyOf(premises.floors.all()).forEach(this::rebuilt);
        List.copyOf(fleet.drivers.all()).stream()
                .collect(
                        Collectors.groupingBy(driver -> driver.institutionCode().substring(0, 6)))
                .forEach((division, drivers) -> drivers.forEach(driver -> moved(driver, drivers)));
    }

    /** One site in four had another address before its road was renamed. */
    private void renumbered(Site site) {
        Chance own = chance.under(site.code());
        if (!own.happens(0.25)) {
            return;
        }
        premises.sites.change(site, "since", RENUMBERED);
        premises.former.sites.add(new SitePast(
                site.code(),
                site.name(),
                site.institutionCode(),
                "解放路%d号".formatted(own.whole(1, 200)),
                site.landArea(),
                RENUMBERED.minusDays(1)));
    }

    /** One older building in three was its user's until all titles became the bureau's. */
    private void registered(Building building) {
        Chance own = chance.under(building.code());
        if (!building.builtOn().isBefore(UNIFIED.minusYears(3)) || !own.happens(0.35)) {
            return;
        }
        LocalDate since = UNIFIED.plusDays(own.whole(0, 900));
        premises.buildings.change(building, "since", since);
        premises.former.buildings.add(new BuildingPast(
                building.code(),
                building.name(),
                building.institutionCode(),
                building.siteCode(),
                building.acquisition(),
                user(building),
                "REGISTERED_TO_USER",
                "示房权证%s字第%06d号".formatted(building.code().substring(0, 6), own.whole(1000, 99999)),
                building.buildingArea(),
                building.usableArea(),
                building.storeys(),
                building.builtOn(),
                since.minusDays(1)));
    }

    private String user(Building building) {
        String user = premises.rooms
                .where(room -> room.buildingCode().equals(building.code()))
                .map(Premises.Room::institutionCode)
                .findFirst()
                .orElse(building.institutionCode());
        return organization.institutions.get(user).name();
    }

    /** One floor in thirty was a little smaller before walls were taken out. */
    private void rebuilt(Floor floor) {
        Chance own = chance.under(floor.buildingCode() + " " + floor.number());
        if (!own.happens(0.03)) {
            return;
        }
        LocalDate since = asOf.minusDays(own.whole(300, 2500));
        premises.floors.change(floor, "since", since);
        premises.former.floors.add(new FloorPast(
                floor.buildingCode(),
                floor.number(),
                floor.name(),
                Rows.rounded(floor.usableArea() * own.real(0.95, 0.99), 2),
                since.minusDays(1)));
    }

    /** One driver in fifteen came from elsewhere in the same place, and had the licence renewed since. */
    private void moved(Driver driver, List<Driver> others) {
        Chance own = chance.under(driver.code());
        int most = (int) (asOf.toEpochDay() - driver.joinedOn().toEpochDay()) - 400;
        String from = own.pick(others).institutionCode();
        if (most < 200 || !own.happens(0.07) || from.equals(driver.institutionCode())) {
            return;
        }
        LocalDate since = driver.joinedOn().plusDays(own.whole(200, most));
        fleet.drivers.change(driver, "since", since);
        fleet.driverPasts.add(new DriverPast(
                driver.code(),
                from,
                driver.licenceClass(),
                since.plusDays(own.whole(30, 360)),
                driver.joinedOn(),
                since.minusDays(1)));
    }

    /** One item meter in four counted by itself before the items were kept apart below the main meter. */
    static void tell(Energy energy, Chance chance, LocalDate asOf) {
        Chance before = chance.under("before that");
        for (Meter meter : List.copyOf(energy.meters.all())) {
            Chance own = before.under(meter.code());
            LocalDate since = meter.installedOn().plusDays(own.whole(200, 900));
            if (meter.item() != null && own.happens(0.25) && since.isBefore(asOf.minusYears(1))) {
                energy.meters.change(meter, "since", since);
                energy.meterPasts.add(new MeterPast(
                        meter.code(),
                        meter.institutionCode(),
                        meter.siteCode(),
                        meter.buildingCode(),
                        "CATEGORY",
                        meter.installedOn(),
                        since.minusDays(1)));
            }
        }
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.WorkCalendar;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Organization.Appointment;
import org.yiti.demonstration.Organization.Establishment;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Organization.InstitutionPast;

/**
 * A city that does not exist, the same for the same seed: its ledgers as workbooks would bring them, in the order they load,
 * the hourly readings of its meters, and the manifest of what was planted against the law.
 */
public final class Demonstration {
    private final long seed;
    private final Scale scale;
    private final LocalDate asOf;
    private final boolean planted;
    private final IntRange numbers;
    private final WorkCalendar calendar = WorkCalendar.ofStandards();
    private @Nullable City held;
    private int heldNumber = -1;

    private record IntRange(int from, int to) {}

    private Demonstration(long seed, Scale scale, LocalDate asOf, boolean planted, IntRange numbers) {
        this.seed = seed;
        this.scale = scale;
        this.asOf = asOf;
        this.planted = planted;
        this.numbers = numbers;
    }

    /** The world on a day, with twelve months of journeys and readings before it. */
    public static Demonstration of(long seed, Scale scale, LocalDate asOf) {
        return new Demonstration(seed, scale, asOf, true, new IntRange(0, scale.cities));
    }

    /** The same world before anything was planted: what a sweep must find nothing in. */
    public Demonstration clean() {
        return new Demonstration(seed, scale, asOf, false, numbers);
    }

    /** One city of the world by itself: a province is loaded city by city, so that each is drawn once and no transaction holds them all. */
    public Demonstration cityAlone(int number) {
        return new Demonstration(seed, scale, asOf, planted, new IntRange(number, number + 1));
    }

    public List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        table(sheets, "organization.division", Organization.Division.class, city -> city.organization.divisions);
        table(sheets, "organization.institution", Institution.class, city -> city.organization.institutions);
        table(
                sheets,
                "organization.institution_past",
                InstitutionPast.class,
                city -> city.organization.institutionPasts);
        table(sheets, "organization.establishment", Establishment.class, city -> city.organization.establishments);
        table(sheets, "organization.department", Organization.Department.class, city -> city.organization.departments);
        table(
                sheets,
                "organization.department_past",
                Organization.DepartmentPast.class,
                city -> city.organization.departmentPasts);
        table(sheets, "organization.post", Organization.Post.class, city -> city.organization.posts);
        table(sheets, "organization.post_past", Organization.PostPast.class, city -> city.organization.postPasts);
        table(sheets, "organization.person", Organization.Person.class, city -> city.organization.people);
        table(sheets, "organization.person_past", Organization.PersonPast.class, city -> city.organization.personPasts);
        table(sheets, "organization.appointment", Appointment.class, city -> city.organization.appointments);
        table(sheets, "premises.site", Premises.Site.class, city -> city.premises.sites);
        table(sheets, "premises.building", Premises.Building.class, city -> city.premises.buildings);
        table(sheets, "premises.floor", Premises.Floor.class, city -> city.premises.floors);
        table(sheets, "premises.room", Premises.Room.class, city -> city.premises.rooms);
        table(sheets, "premises.room_past", Premises.RoomPast.class, city -> city.premises.roomPasts);
        table(sheets, "premises.occupancy", Premises.Occupancy.class, city -> city.premises.occupancies);
        table(sheets, "premises.lease", Premises.Lease.class, city -> city.premises.leases);
        table(sheets, "premises.use_agreement", Premises.UseAgreement.class, city -> city.premises.agreements);
        table(sheets, "premises.project", Housekeeping.Project.class, city -> city.premises.projects);
        table(sheets, "premises.patrol", Housekeeping.Patrol.class, city -> city.premises.patrols);
        table(sheets, "premises.premises_filing", Housekeeping.Filing.class, city -> city.premises.filings);
        table(sheets, "premises.idle_disposal", Housekeeping.IdleDisposal.class, city -> city.premises.idleDisposals);
        table(sheets, "premises.lease_income", Housekeeping.LeaseIncome.class, city -> city.premises.leaseIncomes);
        table(
                sheets,
                "premises.property_contract",
                Housekeeping.PropertyContract.class,
                city -> city.premises.contracts);
        table(sheets, "premises.service_charge", Premises.ServiceCharge.class, city -> city.premises.charges);
        table(sheets, "fleet.vehicle_quota", Fleet.VehicleQuota.class, city -> city.fleet.quotas);
        table(sheets, "fleet.vehicle", Fleet.Vehicle.class, city -> city.fleet.vehicles);
        table(sheets, "fleet.vehicle_past", Fleet.VehiclePast.class, city -> city.fleet.pasts);
        sheets.add(new Sheet(
                "telemetry.terminal",
                Rows.columns(Terminals.Terminal.class),
                () -> cities().flatMap(Terminals::of).map(Rows::cells)));
        table(sheets, "fleet.driver", Fleet.Driver.class, city -> city.fleet.drivers);
        journeys(sheets, "fleet.dispatch_order", Fleet.DispatchOrder.class, Travel::orders);
        journeys(sheets, "fleet.trip", Fleet.Trip.class, Travel::trips);
        journeys(sheets, "fleet.fuel_record", Fleet.FuelRecord.class, Travel::fuels);
        journeys(sheets, "fleet.maintenance", Fleet.Maintenance.class, Travel::maintenances);
        table(sheets, "fleet.insurance", Fleet.Insurance.class, city -> city.fleet.insurances);
        table(sheets, "fleet.inspection", Fleet.Inspection.class, city -> city.fleet.inspections);
        table(sheets, "fleet.disposal", Fleet.Disposal.class, city -> city.fleet.disposals);
        table(sheets, "fleet.fixed_supplier", Fleet.FixedSupplier.class, city -> city.fleet.suppliers);
        table(sheets, "fleet.fleet_filing", Fleet.Filing.class, city -> city.fleet.filings);
        table(sheets, "fleet.road_charge", Fleet.RoadCharge.class, city -> city.fleet.roadCharges);
        table(sheets, "energy.meter", Energy.Meter.class, city -> city.energy().meters);
        table(sheets, "energy.installation", Energy.Installation.class, city -> city.energy().installations);
        table(sheets, "energy.source", Energy.Source.class, city -> city.energy().sources);
        table(sheets, "energy.point", Energy.Point.class, city -> city.energy().points);
        table(sheets, "energy.tariff", Energy.Tariff.class, city -> city.energy().tariffs);
        table(sheets, "energy.consumption", Energy.Consumption.class, city -> city.energy().consumptions);
        table(sheets, "energy.energy_user", Energy.EnergyUser.class, city -> city.energy().users);
        table(sheets, "energy.energy_quota", Energy.EnergyQuota.class, city -> city.energy().quotas);
        table(sheets, "energy.energy_filing", Energy.EnergyFiling.class, city -> city.energy().filings);
        table(sheets, "energy.energy_audit", Energy.Audit.class, city -> city.energy().audits);
        table(sheets, "energy.energy_purchase", Energy.Purchase.class, city -> city.energy().purchases);
        table(sheets, "energy.rectification", Energy.Rectification.class, city -> city.energy().rectifications);
        table(sheets, "energy.saving_review", Energy.SavingReview.class, city -> city.energy().reviews);
        table(sheets, "energy.water_plan", Energy.WaterPlan.class, city -> city.energy().waterPlans);
        table(sheets, "energy.energy_publicity", Energy.Publicity.class, city -> city.energy().publicities);
        UpkeepSheets.PARTS.forEach(part -> part(sheets, part));
        return sheets;
    }

    private <R extends Record> void part(List<Sheet> sheets, UpkeepSheets.Part<R> part) {
        table(sheets, part.ledger(), part.kind(), city -> part.table().apply(city.upkeep));
    }

    /** Codes of the meters that are read by the hour. */
    public List<String> meters() {
        return cities().flatMap(city -> city.energy().dials.keySet().stream()).toList();
    }

    public int readingsOfAMeter() {
        return scale.readingDays * 24;
    }

    /** Hourly readings up to the end of the day before, meter by meter: a year of them in a city. */
    public Stream<Reading> readings() {
        return readings(meters());
    }

    public Stream<Reading> readings(List<String> meters) {
        return cities().flatMap(city -> {
            var dials = new LinkedHashMap<>(city.energy().dials);
            dials.keySet().retainAll(meters);
            return dials.entrySet().stream()
                    .flatMap(dial -> asOf.minusDays(scale.readingDays)
                            .datesUntil(asOf)
                            .flatMap(day -> hours(dial.getKey(), dial.getValue(), day)));
        });
    }

    private static Stream<Reading> hours(String meter, Energy.Dial dial, LocalDate day) {
        double[] hours = dial.of(day);
        return IntStream.range(0, hours.length)
                .filter(h -> !Double.isNaN(hours[h]))
                .mapToObj(h -> new Reading(meter, day.atTime(h, 0), hours[h]));
    }

    public Manifest manifest() {
        return cities().map(City::manifest).reduce(Manifest.EMPTY, Manifest::and);
    }

    private Stream<City> cities() {
        return IntStream.range(numbers.from(), numbers.to()).mapToObj(this::city);
    }

    private synchronized City city(int number) {
        City known = held;
        if (known == null || heldNumber != number) {
            known = new City(seed, scale, asOf, calendar, number, planted);
            held = known;
            heldNumber = number;
        }
        return known;
    }

    private <R extends Record> void table(
            List<Sheet> sheets, String ledger, Class<R> kind, Function<City, Table<R>> table) {
        sheets.add(new Sheet(
                ledger,
                Rows.columns(kind),
                () -> cities().flatMap(city -> table.apply(city).all().stream()).map(Rows::cells)));
    }

    private void journeys(
            List<Sheet> sheets,
            String ledger,
            Class<? extends Record> kind,
            Function<Travel, List<? extends Record>> part) {
        sheets.add(new Sheet(
                ledger,
                Rows.columns(kind),
                () -> cities().flatMap(city ->
                                city.fleet.vehicles.all().stream().flatMap(vehicle -> travelled(city, vehicle, part)))
                        .map(Rows::cells)));
    }

    private static Stream<? extends Record> travelled(
            City city, Vehicle vehicle, Function<Travel, List<? extends Record>> part) {
        return part.apply(city.travel(vehicle)).stream();
    }
}

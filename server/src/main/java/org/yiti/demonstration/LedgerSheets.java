package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Organization.Appointment;
import org.yiti.demonstration.Organization.Establishment;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Organization.InstitutionPast;

/** The ledgers of a world as workbooks would bring them, what is referred to before what refers to it. */
final class LedgerSheets {

    private final Supplier<Stream<City>> cities;
    private final List<Sheet> sheets = new ArrayList<>();

    LedgerSheets(Supplier<Stream<City>> cities) {
        this.cities = cities;
    }

    List<Sheet> sheets() {
        table("organization.division", Organization.Division.class, city -> city.organization.divisions);
        table("organization.division_past", Organization.DivisionPast.class, city -> city.organization.divisionPasts);
        table("organization.institution", Institution.class, city -> city.organization.institutions);
        table("organization.institution_past", InstitutionPast.class, city -> city.organization.institutionPasts);
        table("organization.establishment", Establishment.class, city -> city.organization.establishments);
        table("organization.department", Organization.Department.class, city -> city.organization.departments);
        table(
                "organization.department_past",
                Organization.DepartmentPast.class,
                city -> city.organization.departmentPasts);
        table("organization.post", Organization.Post.class, city -> city.organization.posts);
        table("organization.post_past", Organization.PostPast.class, city -> city.organization.postPasts);
        table("organization.person", Organization.Person.class, city -> city.organization.people);
        table("organization.person_past", Organization.PersonPast.class, city -> city.organization.personPasts);
        table("organization.appointment", Appointment.class, city -> city.organization.appointments);
        table("premises.site", Premises.Site.class, city -> city.premises.sites);
        table("premises.site_past", FormerPlaces.SitePast.class, city -> city.premises.former.sites);
        table("premises.building", Premises.Building.class, city -> city.premises.buildings);
        table("premises.building_past", FormerPlaces.BuildingPast.class, city -> city.premises.former.buildings);
        table("premises.floor", Premises.Floor.class, city -> city.premises.floors);
        table("premises.floor_past", FormerPlaces.FloorPast.class, city -> city.premises.former.floors);
        table("premises.room", Premises.Room.class, city -> city.premises.rooms);
        table("premises.room_past", Premises.RoomPast.class, city -> city.premises.roomPasts);
        table("premises.occupancy", Premises.Occupancy.class, city -> city.premises.occupancies);
        table("premises.lease", Premises.Lease.class, city -> city.premises.leases);
        table("premises.use_agreement", Premises.UseAgreement.class, city -> city.premises.agreements);
        table("premises.project", Housekeeping.Project.class, city -> city.premises.projects);
        table("premises.patrol", Housekeeping.Patrol.class, city -> city.premises.patrols);
        table("premises.premises_filing", Housekeeping.Filing.class, city -> city.premises.filings);
        table("premises.idle_disposal", Housekeeping.IdleDisposal.class, city -> city.premises.idleDisposals);
        table("premises.lease_income", Housekeeping.LeaseIncome.class, city -> city.premises.leaseIncomes);
        table("premises.property_contract", Housekeeping.PropertyContract.class, city -> city.premises.contracts);
        table("premises.service_charge", Premises.ServiceCharge.class, city -> city.premises.charges);
        table("fleet.vehicle_quota", Fleet.VehicleQuota.class, city -> city.fleet.quotas);
        table("fleet.vehicle", Fleet.Vehicle.class, city -> city.fleet.vehicles);
        table("fleet.vehicle_past", Fleet.VehiclePast.class, city -> city.fleet.pasts);
        sheets.add(new Sheet(
                "telemetry.terminal",
                Rows.columns(Terminals.Terminal.class),
                () -> cities.get().flatMap(Terminals::of).map(Rows::cells)));
        table("telemetry.fence", Terminals.Fence.class, city -> city.fences);
        table("fleet.driver", Fleet.Driver.class, city -> city.fleet.drivers);
        table("fleet.driver_past", Fleet.DriverPast.class, city -> city.fleet.driverPasts);
        journeys("fleet.dispatch_order", Fleet.DispatchOrder.class, Travel::orders);
        journeys("fleet.trip", Fleet.Trip.class, Travel::trips);
        journeys("fleet.fuel_record", Fleet.FuelRecord.class, Travel::fuels);
        journeys("fleet.maintenance", Fleet.Maintenance.class, Travel::maintenances);
        table("fleet.insurance", Fleet.Insurance.class, city -> city.fleet.insurances);
        table("fleet.inspection", Fleet.Inspection.class, city -> city.fleet.inspections);
        table("fleet.disposal", Fleet.Disposal.class, city -> city.fleet.disposals);
        table("fleet.fixed_supplier", Fleet.FixedSupplier.class, city -> city.fleet.suppliers);
        table("fleet.fleet_filing", Fleet.Filing.class, city -> city.fleet.filings);
        table("fleet.road_charge", Fleet.RoadCharge.class, city -> city.fleet.roadCharges);
        table("energy.meter", Energy.Meter.class, city -> city.energy().meters);
        table("energy.meter_past", Energy.MeterPast.class, city -> city.energy().meterPasts);
        table("energy.installation", Energy.Installation.class, city -> city.energy().installations);
        table("energy.source", Energy.Source.class, city -> city.energy().sources);
        table("energy.point", Energy.Point.class, city -> city.energy().points);
        table("energy.tariff", Energy.Tariff.class, city -> city.energy().tariffs);
        table("energy.consumption", Energy.Consumption.class, city -> city.energy().consumptions);
        table("energy.energy_user", Energy.EnergyUser.class, city -> city.energy().users);
        table("energy.energy_quota", Energy.EnergyQuota.class, city -> city.energy().quotas);
        table("energy.energy_filing", Energy.EnergyFiling.class, city -> city.energy().filings);
        table("energy.energy_audit", Energy.Audit.class, city -> city.energy().audits);
        table("energy.energy_purchase", Energy.Purchase.class, city -> city.energy().purchases);
        table("energy.rectification", Energy.Rectification.class, city -> city.energy().rectifications);
        table("energy.saving_review", Energy.SavingReview.class, city -> city.energy().reviews);
        table("energy.water_plan", Energy.WaterPlan.class, city -> city.energy().waterPlans);
        table("energy.energy_publicity", Energy.Publicity.class, city -> city.energy().publicities);
        UpkeepSheets.PARTS.forEach(part -> part(part));
        return sheets;
    }

    private <R extends Record> void part(UpkeepSheets.Part<R> part) {
        table(part.ledger(), part.kind(), city -> part.table().apply(city.upkeep));
    }

    private <R extends Record> void table(String ledger, Class<R> kind, Function<City, Table<R>> table) {
        sheets.add(new Sheet(
                ledger,
                Rows.columns(kind),
                () -> cities.get()
                        .flatMap(city -> table.apply(city).all().stream())
                        .map(Rows::cells)));
    }

    private void journeys(String ledger, Class<? extends Record> kind, Function<Travel, List<? extends Record>> part) {
        sheets.add(new Sheet(
                ledger,
                Rows.columns(kind),
                () -> cities.get()
                        .flatMap(city ->
                                city.fleet.vehicles.all().stream().flatMap(vehicle -> travelled(city, vehicle, part)))
                        .map(Rows::cells)));
    }

    private static Stream<? extends Record> travelled(
            City city, Vehicle vehicle, Function<Travel, List<? extends Record>> part) {
        return part.apply(city.travel(vehicle)).stream();
    }
}

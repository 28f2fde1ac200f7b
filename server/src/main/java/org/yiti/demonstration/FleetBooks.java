package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.yiti.demonstration.Fleet.DispatchOrder;
import org.yiti.demonstration.Fleet.Filing;
import org.yiti.demonstration.Fleet.FixedSupplier;
import org.yiti.demonstration.Fleet.RoadCharge;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Organization.Institution;

/** Whom a city pays for its vehicles, what it makes known of them, and some of the tolls on their way. */
final class FleetBooks {

    private static final int WHOLE_YEAR = 0;
    private static final LocalDate CHOSEN = LocalDate.of(2018, 1, 1);
    private static final int TOLLS = 24;

    private final City city;
    private final Chance chance;
    private final LocalDate asOf;

    FleetBooks(City city, Chance chance) {
        this.city = city;
        this.chance = chance.under("fleet books");
        this.asOf = city.asOf;
    }

    void write() {
        Institution bureau = city.organization
                .institutions
                .where(i -> i.level().equals("CITY") && i.shortName().startsWith("机关事务"))
                .findFirst()
                .orElseThrow();
        for (String name : List.of("示范公务用车定点维修一厂", "示范公务用车定点维修二厂", "安行汽车服务中心")) {
            supplier(bureau, name, "REPAIR");
        }
        supplier(bureau, "示范石油销售有限公司", "FUEL");
        VehiclePapers.INSURERS.forEach(insurer -> supplier(bureau, insurer, "INSURANCE"));
        city.fleet.vehicles.all().stream()
                .map(Vehicle::institutionCode)
                .distinct()
                .forEach(this::filings);
        city.fleet
                .vehicles
                .where(v -> v.status().equals("IN_USE")
                        && v.electric()
                        && v.registeredOn().isBefore(asOf.minusDays(500)))
                .limit(TOLLS)
                .toList()
                .forEach(this::toll);
    }

    private void supplier(Institution bureau, String name, String service) {
        city.fleet.suppliers.add(new FixedSupplier(bureau.code(), name, service, "示机管采〔2017〕31号", CHOSEN));
    }

    private void filings(String institution) {
        Chance own = chance.under(institution);
        for (LocalDate from = LocalDate.of(asOf.getYear() - 1, 1, 1); from.isBefore(asOf); from = from.plusMonths(3)) {
            file(
                    institution,
                    from.getYear(),
                    (from.getMonthValue() + 2) / 3,
                    "USE_PUBLICITY",
                    from.plusMonths(3).plusDays(own.whole(5, 24)));
        }
        for (int year = asOf.getYear() - 2; year < asOf.getYear(); year++) {
            file(
                    institution,
                    year,
                    WHOLE_YEAR,
                    "ANNUAL_STATISTICS",
                    LocalDate.of(year + 1, own.whole(1, 3), own.whole(3, 27)));
        }
    }

    private void file(String institution, int year, int quarter, String kind, LocalDate day) {
        if (day.isBefore(asOf)) {
            city.fleet.filings.add(new Filing(
                    institution, year, quarter, kind, day, "公车〔%d〕%d号".formatted(day.getYear(), day.getDayOfYear())));
        }
    }

    /** On the way of its first order. */
    private void toll(Vehicle vehicle) {
        List<DispatchOrder> orders = city.travel(vehicle).orders();
        if (!orders.isEmpty()) {
            DispatchOrder first = orders.get(0);
            city.fleet.roadCharges.add(new RoadCharge(
                    vehicle.institutionCode(),
                    "ETC" + first.orderNo().substring(2),
                    vehicle.plate(),
                    "TOLL",
                    first.plannedStart().plusMinutes(12),
                    first.plannedStart().plusMinutes(31),
                    "示范北收费站",
                    chance.under(vehicle.plate()).whole(8, 45)));
        }
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Fleet.VehicleQuota;
import org.yiti.demonstration.Organization.Appointment;

/** Vehicles too many, too dear, too large, of another's name, bought or given up against the rules. */
final class VehiclePlants {
    private final Plants plants;
    private final City city;
    private final Fleet fleet;

    VehiclePlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.fleet = plants.city.fleet;
    }

    void sow() {
        plants.attempt(this::quotas);
        plants.attempt(this::prices);
        plants.attempt(this::shares);
        plants.attempt(this::owners);
        plants.attempt(this::replacements);
        plants.attempt(this::newLeaders);
    }

    private Stream<Vehicle> active() {
        return fleet.vehicles.where(v -> v.status().equals("IN_USE"));
    }

    private Vehicle pick(String name, Stream<Vehicle> among) {
        return plants.pick(name, among, v -> "vehicle " + v.plate());
    }

    private void quotas() {
        for (int excess : List.of(1, 3)) {
            VehicleQuota quota = plants.pick(
                    "VE-01 " + excess,
                    fleet.quotas.where(q -> held(q) >= excess + 2),
                    q -> "quota " + q.institutionCode() + q.type());
            int limit = held(quota) - excess;
            fleet.quotas.change(quota, "quota", limit);
            plants.breach(
                    "VE-01", quota.institutionCode(), quota.type(), "编制收紧到 %d 辆".formatted(limit), held(quota), limit);
        }
        VehicleQuota exact = plants.pick(
                "VE-01 exact",
                fleet.quotas.where(q -> held(q) >= 3),
                q -> "quota " + q.institutionCode() + q.type(),
                q -> Hosts.VEHICLE_TYPES.stream().noneMatch(t -> plants.taken("quota " + q.institutionCode() + t)));
        fleet.quotas.change(exact, "quota", held(exact));
        plants.nearMiss("VE-01", exact.institutionCode(), "在用数恰好等于编制数");
    }

    private int held(VehicleQuota quota) {
        return (int) active().filter(v -> v.institutionCode().equals(quota.institutionCode())
                        && v.type().equals(quota.type()))
                .count();
    }

    private Stream<Vehicle> bought(String type, String body, String energy) {
        return active().filter(v -> v.type().equals(type)
                        && v.body().equals(body)
                        && v.energy().equals(energy))
                .filter(v -> v.specialNeed() == null && v.purchasedOn().isAfter(LocalDate.of(2018, 1, 1)));
    }

    private void prices() {
        price("CONFIDENTIAL_COMMUNICATION", "SEDAN", "GASOLINE", 126800, 120000);
        price("OTHER", "SEDAN", "GASOLINE", 238000, 180000);
        price("LAW_ENFORCEMENT", "SEDAN", "GASOLINE", 120500, 120000);
        price("OTHER", "SEDAN", "BATTERY_ELECTRIC", 199800, 180000);

        Vehicle big = pick("VE-02 displacement", bought("LAW_ENFORCEMENT", "SEDAN", "GASOLINE"));
        fleet.vehicles.change(big, "displacement", 2.0);
        plants.breach("VE-02", big.plate(), null, "排气量 2.0 L", 2.0, 1.6);

        Vehicle exact = pick("VE-02 exact", bought("OTHER", "SEDAN", "GASOLINE"));
        fleet.vehicles.change(exact, "price", 180000.0, "displacement", 1.8);
        plants.nearMiss("VE-02", exact.plate(), "恰好 18 万元、1.8 L");

        Vehicle old = pick(
                "VE-02 old",
                active().filter(v -> v.type().equals("OTHER")
                        && v.energy().equals("GASOLINE")
                        && v.body().equals("SEDAN")
                        && v.purchasedOn().isBefore(LocalDate.of(2017, 12, 5))));
        fleet.vehicles.change(old, "price", 232000.0);
        plants.nearMiss("VE-02", old.plate(), "2017 年 12 月 5 日办法施行前购置");
    }

    private void price(String type, String body, String energy, double price, double limit) {
        Vehicle vehicle = pick("VE-02 " + type + price, bought(type, body, energy));
        fleet.vehicles.change(vehicle, "price", price);
        plants.breach("VE-02", vehicle.plate(), null, "购置价 %s 元".formatted((int) price), price, limit);
    }

    /** Purchases of a year with too few new-energy vehicles among them; the year must be one the share is asked of. */
    private void shares() {
        int year = city.asOf.getYear();
        share(year - 1, 0, 1, true);
        share(year - 1, 1, 3, true);
        share(year, 0, 1, true);
        share(year, 1, 2, false);
        Vehicle route = pick(
                "VE-04b",
                petrol().filter(v ->
                        v.purchasedOn().getYear() >= 2025 && v.type().equals("OTHER")));
        fleet.vehicles.change(route, "fixedRoute", true);
        plants.breach("VE-04b", route.plate(), null, "路线固定,仍购燃油车");
    }

    private Stream<Vehicle> petrol() {
        return active().filter(v -> !v.newEnergy());
    }

    /**
     * Moves petrol cars of an institution into a year in which it bought so many new-energy vehicles and nothing else; none
     * that all had to be of new energy by then.
     */
    private void share(int year, int newEnergy, int petrol, boolean found) {
        LocalDate day = LocalDate.of(year, 3, 12);
        if (year < 2025 || day.isAfter(city.asOf.minusDays(120))) {
            return;
        }
        String name = "VE-04 %d %d+%d".formatted(year, newEnergy, petrol);
        Organization.Institution buyer = plants.pick(
                name,
                city.organization.institutions.where(
                        i -> purchases(i.code(), year).count() == newEnergy
                                && purchases(i.code(), year).allMatch(Vehicle::newEnergy)
                                && movable(i.code()).count() >= petrol),
                i -> "buyer " + i.code(),
                i -> movable(i.code()).limit(petrol).noneMatch(v -> v.type().equals(Vehicles.CONFIDENTIAL)));
        List<Vehicle> moved = movable(buyer.code()).limit(petrol).toList();
        moved.forEach(vehicle -> {
            plants.take("vehicle " + vehicle.plate());
            renew(fleet.vehicles.change(vehicle, "purchasedOn", day, "registeredOn", day.plusDays(9)));
        });
        double actual = Rows.rounded(newEnergy * 100.0 / (newEnergy + petrol), 1);
        if (found) {
            plants.breach(
                    "VE-04",
                    buyer.code(),
                    String.valueOf(year),
                    "当年采购 %d 辆,新能源 %d 辆".formatted(newEnergy + petrol, newEnergy),
                    actual,
                    30);
        } else {
            plants.nearMiss("VE-04", buyer.code(), "%d 年采购 3 辆,新能源 1 辆,占 33.3%%".formatted(year));
        }
    }

    private Stream<Vehicle> movable(String institution) {
        return petrol().filter(v -> v.institutionCode().equals(institution) && !plants.taken("vehicle " + v.plate()))
                .filter(v -> v.purchasedOn().getYear() < 2021);
    }

    private void renew(Vehicle vehicle) {
        fleet.insurances.where(i -> i.plate().equals(vehicle.plate())).toList().forEach(fleet.insurances::remove);
        fleet.inspections.where(i -> i.plate().equals(vehicle.plate())).toList().forEach(fleet.inspections::remove);
        new VehiclePapers(fleet, plants.chance, city.asOf).write(vehicle);
    }

    private Stream<Vehicle> purchases(String institution, int year) {
        return fleet.vehicles.where(
                v -> v.institutionCode().equals(institution) && v.purchasedOn().getYear() == year);
    }

    private void owners() {
        owner("a company", "示范城投资产经营有限公司");
        owner("a person", "王建国");
        owner("another institution", city.institution("财政局").name());
        Vehicle spaced = pick("VE-05 blanks", active().filter(v -> level(v).equals("CITY")));
        String name = spaced.registeredOwner();
        fleet.vehicles.change(spaced, "registeredOwner", name.substring(0, 3) + " " + name.substring(3));
        plants.nearMiss("VE-05", spaced.plate(), "所有人名称中多一个空格");
        Vehicle above = pick(
                "VE-05 bureau",
                active().filter(v ->
                        level(v).equals("COUNTY") && !v.institutionCode().endsWith("001")));
        String parent = String.valueOf(
                city.organization.institutions.get(above.institutionCode()).parentCode());
        fleet.vehicles.change(
                above,
                "registeredOwner",
                city.organization.institutions.get(parent).name());
        plants.breach("VE-05", above.plate(), null, "登记在上级主管的机关事务部门名下");
    }

    private String level(Vehicle vehicle) {
        return city.organization.institutions.get(vehicle.institutionCode()).level();
    }

    private void owner(String name, String owner) {
        Vehicle vehicle = pick("VE-05 " + name, active().filter(v -> !owner.equals(v.registeredOwner())));
        fleet.vehicles.change(vehicle, "registeredOwner", owner);
        plants.breach("VE-05", vehicle.plate(), null, "登记在" + owner + "名下");
    }

    private void replacements() {
        for (int days : List.of(-400, 0, 1)) {
            Fleet.Disposal disposal =
                    plants.pick("VE-11 " + days, fleet.disposals.all().stream(), d -> "disposal " + d.plate());
            LocalDate registered = disposal.disposedOn().minusYears(8).minusDays(days);
            Vehicle vehicle = fleet.vehicles.get(disposal.plate());
            fleet.vehicles.change(
                    vehicle,
                    "registeredOn",
                    registered,
                    "purchasedOn",
                    registered.minusDays(10),
                    "price",
                    98000.0,
                    "displacement",
                    1.5,
                    "specialNeed",
                    null);
            fleet.disposals.change(disposal, "replacedBy", successor(disposal));
            if (days > 0) {
                plants.nearMiss("VE-11", vehicle.plate(), "使用满 8 年又一天后更新");
            } else {
                plants.breach("VE-11", vehicle.plate(), null, days == 0 ? "恰满 8 年当天更新" : "不满 8 年更新,没有提前更新批准");
            }
        }
    }

    private void newLeaders() {
        for (int days : List.of(40, 91)) {
            Fleet.Disposal disposal = plants.pick(
                    "VE-11b " + days,
                    fleet.disposals.all().stream()
                            .filter(d -> leaders(d).findAny().isPresent()),
                    d -> "disposal " + d.plate());
            Vehicle vehicle = fleet.vehicles.get(disposal.plate());
            LocalDate registered = disposal.disposedOn().minusYears(6);
            fleet.vehicles.change(
                    vehicle, "registeredOn", registered, "purchasedOn", registered.minusDays(10), "price", 98000.0);
            fleet.vehicles.change(fleet.vehicles.get(vehicle.plate()), "displacement", 1.5, "specialNeed", null);
            fleet.disposals.change(
                    disposal, "replacedBy", successor(disposal), "earlyApprovalNo", "示机管提〔2026〕%d号".formatted(days));
            Appointment leader =
                    plants.pick("VE-11b leader " + days, leaders(disposal), a -> "leader " + a.personCode());
            city.organization.appointments.change(
                    leader, "startsOn", disposal.disposedOn().minusDays(days));
            if (days > 90) {
                plants.nearMiss("VE-11b", vehicle.plate(), "提前更新已获批准，领导到任已超过 90 天");
            } else {
                plants.counted("VE-11b", vehicle.plate(), null, "领导到任 40 天后经批准提前更新", days);
            }
        }
    }

    /** Who leads the institution that gave a vehicle up, and has for long. */
    private Stream<Appointment> leaders(Fleet.Disposal disposal) {
        return city.organization.appointments.where(a -> a.main()
                && a.endsOn() == null
                && a.institutionCode().equals(disposal.institutionCode())
                && a.startsOn().isBefore(disposal.disposedOn().minusDays(200))
                && city.organization.people.get(a.personCode()).rank().matches(".*_(CHIEF|DEPUTY)"));
    }

    /** What replaces a vehicle; where it had long been held, giving up the old one after it is found as well. */
    private String successor(Fleet.Disposal disposal) {
        Vehicle successor = active().filter(v -> v.institutionCode().equals(disposal.institutionCode()))
                .min(Comparator.comparing(Vehicle::plate))
                .orElseThrow();
        if (HoldingPlants.overlap(disposal, successor) > HoldingPlants.OVERLAP) {
            plants.consequence("VE-18c", disposal.plate(), null, "更新车辆早已登记");
        }
        return successor.plate();
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.yiti.demonstration.Fleet.Disposal;
import org.yiti.demonstration.Fleet.Inspection;
import org.yiti.demonstration.Fleet.Maintenance;
import org.yiti.demonstration.Fleet.Vehicle;

/** Vehicles come by in ways that are not allowed, without their mark, or given up without the papers. */
final class HoldingPlants {
    static final int OVERLAP = 30;

    private final Plants plants;
    private final City city;
    private final Fleet fleet;

    HoldingPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.fleet = plants.city.fleet;
    }

    void sow() {
        plants.attempt(this::acquired);
        plants.attempt(this::leased);
        plants.attempt(this::marks);
        plants.attempt(this::failed);
        plants.attempt(this::disposals);
        plants.attempt(this::spentLater);
    }

    private Vehicle vehicle(String name, Predicate<Vehicle> wanted) {
        return vehicle(name, wanted, v -> true);
    }

    private Vehicle vehicle(String name, Predicate<Vehicle> wanted, Predicate<Vehicle> clear) {
        return plants.pick(
                name,
                fleet.vehicles
                        .where(v -> v.status().equals("IN_USE")
                                && v.purchasedOn().isAfter(LocalDate.of(2018, 1, 1))
                                && v.purchasedOn().isBefore(LocalDate.of(2021, 1, 1))
                                && !plants.taken("quota " + v.institutionCode() + v.type()))
                        .filter(wanted),
                v -> "vehicle " + v.plate(),
                clear);
    }

    private void acquired() {
        Vehicle gift = vehicle("VE-07", v -> true);
        fleet.vehicles.change(gift, "acquisition", "DONATION");
        plants.breach("VE-07", gift.plate(), null, "接受赠送");
        Vehicle loan = vehicle("VE-07b", v -> true);
        fleet.vehicles.change(loan, "acquisition", "LOAN");
        plants.breach("VE-07b", loan.plate(), null, "借用其他单位车辆");
        Vehicle allotted = vehicle("VE-07 allotted", v -> true);
        fleet.vehicles.change(allotted, "acquisition", "ALLOCATION");
        plants.nearMiss("VE-07", allotted.plate(), "经调拨取得");
    }

    private void leased() {
        Vehicle big = vehicle("VE-20", this::largeSedan);
        fleet.vehicles.change(big, "acquisition", "LEASE", "displacement", 2.5);
        plants.breach("VE-20", big.plate(), null, "租用 2.5 L 轿车", 2.5, 1.8);
        Vehicle exact = vehicle("VE-20 exact", this::largeSedan);
        fleet.vehicles.change(exact, "acquisition", "LEASE", "displacement", 1.8);
        plants.nearMiss("VE-20", exact.plate(), "租用 1.8 L 轿车，恰好等于上限");
    }

    private boolean largeSedan(Vehicle v) {
        return v.type().equals("OTHER")
                && v.body().equals("SEDAN")
                && v.energy().equals("GASOLINE")
                && !v.brandModel().equals(FuelPlants.COMPARED);
    }

    private void marks() {
        Vehicle bare = vehicle("VE-12", v -> v.markStatus().equals("MARKED"));
        fleet.vehicles.change(bare, "markStatus", "UNMARKED");
        plants.breach("VE-12", bare.plate(), null, "没有喷涂标识");
        Vehicle silent = vehicle("VE-12b", v -> v.markStatus().equals("MARKED"));
        fleet.vehicles.change(silent, "markStatus", "EXEMPT", "markExemptionNo", null);
        plants.breach("VE-12b", silent.plate(), null, "登记为免标识，没有批准文号");
        Vehicle exempt = vehicle("VE-12 exempt", v -> v.markStatus().equals("MARKED"));
        fleet.vehicles.change(exempt, "markStatus", "UNMARKED", "markExemptionNo", "示机管车〔2020〕88号");
        plants.nearMiss("VE-12", exempt.plate(), "未标识，有免标识批准");
    }

    private void failed() {
        for (int days : new int[] {45, 30}) {
            LocalDate day = city.asOf.minusDays(days);
            Vehicle vehicle = vehicle("VE-19 " + days, v -> true, v -> isUninspectedSince(v, day));
            fleet.inspections.add(
                    new Inspection(vehicle.institutionCode(), vehicle.plate(), day, "FAILED", day, "示范机动车检测中心"));
            if (days > 30) {
                plants.breach("VE-19", vehicle.plate(), null, "检验不合格 45 天后仍在用", days, 30);
            } else {
                plants.nearMiss("VE-19", vehicle.plate(), "检验不合格不满一个月");
            }
        }
    }

    private boolean isUninspectedSince(Vehicle vehicle, LocalDate day) {
        return fleet.inspections
                .where(i -> i.plate().equals(vehicle.plate()))
                .allMatch(i -> i.inspectedOn().isBefore(day));
    }

    private Disposal disposal(String name, Predicate<Disposal> wanted) {
        return plants.pick(name, fleet.disposals.where(wanted), d -> "disposal " + d.plate());
    }

    private void disposals() {
        Disposal kept = disposal("VE-18", d -> true);
        fleet.disposals.change(kept, "income", 21000.0, "receiptNo", null);
        plants.counted("VE-18", kept.plate(), null, "处置收入没有缴库凭证", 21000);
        Disposal silent = disposal("VE-18b", d -> true);
        fleet.disposals.change(silent, "approvalNo", null);
        plants.breach("VE-18b", silent.plate(), null, "处置没有批准文号");
        Disposal early = disposal("VE-18c", d -> true);
        Vehicle successor = fleet.vehicles
                .where(v -> v.institutionCode().equals(early.institutionCode())
                        && v.status().equals("IN_USE")
                        && overlap(early, v) > OVERLAP)
                .findFirst()
                .orElseThrow();
        fleet.disposals.change(early, "replacedBy", successor.plate());
        plants.breach("VE-18c", early.plate(), null, "更新车辆早已登记", overlap(early, successor), OVERLAP);
    }

    /** Days for which what was given up and what replaced it were both held. */
    static long overlap(Disposal disposal, Vehicle successor) {
        return ChronoUnit.DAYS.between(successor.registeredOn(), disposal.disposedOn());
    }

    private void spentLater() {
        Disposal gone = disposal("VE-10", d -> d.disposedOn().isBefore(city.asOf.minusDays(30)));
        city.amend(
                gone.plate(),
                travel -> travel.maintenances()
                        .add(new Maintenance(
                                gone.institutionCode(),
                                gone.plate(),
                                "WX%s-Z".formatted(gone.plate().substring(1)),
                                gone.disposedOn().plusDays(12),
                                "REPAIR",
                                "更换刹车片",
                                "安行汽车服务中心",
                                980,
                                null)));
        plants.counted("VE-10", gone.plate(), null, "处置 12 天后仍报销维修费", 980);
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Maintenance;
import org.yiti.demonstration.Fleet.Vehicle;

/** Repairs that are luxury, too many, too dear, too soon, or cannot be of the vehicle. */
final class WorkshopPlants {
    private static final String WORKSHOP = "示范公务用车定点维修一厂";

    private final Plants plants;
    private final City city;
    /** A year of which the first months lie behind us. */
    private final int year;

    WorkshopPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        year = city.asOf.getMonthValue() >= 4 ? city.asOf.getYear() : city.asOf.getYear() - 1;
    }

    void sow() {
        plants.attempt(this::luxury);
        plants.attempt(this::noOdometer);
        plants.attempt(this::often);
        plants.attempt(this::dear);
        plants.attempt(this::soon);
        plants.attempt(this::backwards);
    }

    private Vehicle vehicle(String name, Predicate<Vehicle> wanted) {
        return plants.pick(
                name,
                city.fleet
                        .vehicles
                        .where(v -> v.status().equals("IN_USE")
                                && v.energy().equals("GASOLINE")
                                && v.registeredOn().isBefore(city.asOf.minusDays(900)))
                        .filter(wanted),
                v -> "vehicle " + v.plate());
    }

    private void add(Vehicle vehicle, LocalDate day, String kind, String items, double amount) {
        city.amend(vehicle.plate(), travel -> {
            travel.maintenances()
                    .add(new Maintenance(
                            vehicle.institutionCode(),
                            vehicle.plate(),
                            number(vehicle, day),
                            day,
                            kind,
                            items,
                            WORKSHOP,
                            amount,
                            Amendments.odometerAt(travel, day.atTime(23, 59))));
            travel.maintenances().sort(Comparator.comparing(Maintenance::doneOn));
        });
    }

    private static String number(Vehicle vehicle, LocalDate day) {
        return "WX%tY%<tm%<td-P%s".formatted(day, vehicle.plate().substring(1));
    }

    private List<Maintenance> of(Vehicle vehicle, int of) {
        return plants.year(vehicle).maintenances().stream()
                .filter(m -> m.doneOn().getYear() == of)
                .toList();
    }

    private void luxury() {
        LocalDate day = city.asOf.minusDays(64);
        Vehicle fitted = vehicle("VE-09 fitting", v -> true);
        add(fitted, day, "FITTING", "加装氛围灯", 2600);
        plants.counted("VE-09", fitted.plate(), number(fitted, day), "加装氛围灯", 2600);
        Vehicle seats = vehicle("VE-09 seats", v -> true);
        add(seats, day, "REPAIR", "更换真皮座椅套", 3800);
        plants.counted("VE-09", seats.plate(), number(seats, day), "真皮座椅套写成维修", 3800);
        Vehicle plain = vehicle("VE-09 plain", v -> true);
        add(plain, day, "REPAIR", "修复座椅滑轨", 380);
        plants.nearMiss("VE-09", plain.plate(), "普通座椅维修");
    }

    private void noOdometer() {
        Vehicle vehicle = vehicle("VE-10b", v -> !of(v, year).isEmpty());
        String document = of(vehicle, year).get(0).documentNo();
        city.amend(
                vehicle.plate(),
                travel -> travel.maintenances()
                        .replaceAll(m -> m.documentNo().equals(document) ? Rows.with(m, "odometer", null) : m));
        plants.counted("VE-10b", vehicle.plate(), String.valueOf(year), "保养没有登记里程", 1);
    }

    private void often() {
        repairs("VD-20 seven", 7);
        repairs("VD-20 six", 6);
    }

    /** So many repairs in the year, ten days apart. */
    private void repairs(String name, int times) {
        Vehicle vehicle =
                vehicle(name, v -> of(v, year).stream().allMatch(m -> m.kind().equals("SERVICING")));
        for (int i = 0; i < times; i++) {
            add(vehicle, LocalDate.of(year, 3, 28).minusDays(10L * i), "REPAIR", "检修异响", 180);
        }
        if (times > 6) {
            plants.breach("VD-20", vehicle.plate(), String.valueOf(year), "一年维修 %d 次".formatted(times), times, 6);
        } else {
            plants.nearMiss("VD-20", vehicle.plate(), "一年维修恰好六次");
        }
    }

    private void dear() {
        Vehicle vehicle = vehicle("VD-20b", v -> true);
        double limit = Rows.rounded(vehicle.price() * 0.15, 2);
        double spent =
                of(vehicle, year).stream().mapToDouble(Maintenance::amount).sum();
        add(vehicle, LocalDate.of(year, 3, 25), "OVERHAUL", "发动机大修", limit + 1200);
        plants.breach("VD-20b", vehicle.plate(), String.valueOf(year), "大修费用过高", spent + limit + 1200, limit);
    }

    private void soon() {
        Vehicle vehicle = vehicle("VD-20c", v -> true);
        LocalDate again = city.asOf.minusDays(31);
        add(vehicle, city.asOf.minusDays(240), "TYRES", "更换轮胎四条", 1900);
        add(vehicle, again, "TYRES", "更换轮胎四条", 1900);
        plants.counted("VD-20c", vehicle.plate(), number(vehicle, again), "七个月换两次轮胎", 209);
    }

    /** The bill of another car: a repair with fewer kilometres than the filling before it. */
    private void backwards() {
        Vehicle vehicle = vehicle("VD-16", v -> plants.year(v).fuels().size() > 5);
        FuelRecord before = plants.year(vehicle).fuels().get(3);
        LocalDate day = before.fuelledAt().toLocalDate().plusDays(1);
        city.amend(
                vehicle.plate(),
                travel -> travel.maintenances()
                        .add(new Maintenance(
                                vehicle.institutionCode(),
                                vehicle.plate(),
                                number(vehicle, day),
                                day,
                                "REPAIR",
                                "更换雨刮",
                                WORKSHOP,
                                160,
                                Rows.rounded(before.odometer() - 480, 1))));
        plants.breach("VD-16", vehicle.plate(), day.toString(), "维修单里程比前一次加油还少");
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** Fuel cards that pay for the wrong thing, the wrong vehicle, or nothing where there should be something. */
final class CardPlants {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int UNFUELLED = 1500;
    private static final int PLUGGED_IN = 300;

    private final Plants plants;
    private final City city;
    private final LocalDate quarter;

    CardPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        LocalDate first = city.asOf.withDayOfMonth(1);
        quarter = first.minusMonths((first.getMonthValue() - 1) % 3 + 3L);
    }

    void sow() {
        plants.attempt(this::price);
        plants.attempt(this::small);
        plants.attempt(this::wrongFuel);
        plants.attempt(this::goods);
        plants.attempt(this::cards);
        plants.attempt(this::neverFuelled);
        plants.attempt(this::neverCharged);
    }

    private Vehicle vehicle(String name, Predicate<Vehicle> wanted) {
        return plants.pick(
                name,
                city.fleet
                        .vehicles
                        .where(v -> v.status().equals("IN_USE")
                                && v.energy().equals("GASOLINE")
                                && !v.brandModel().equals(FuelPlants.COMPARED)
                                && v.registeredOn().isBefore(city.asOf.minusDays(500))
                                && plants.year(v).fuels().size() >= 7)
                        .filter(wanted),
                v -> "vehicle " + v.plate());
    }

    private FuelRecord change(Vehicle vehicle, int which, UnaryOperator<FuelRecord> change) {
        FuelRecord fuel = plants.year(vehicle).fuels().get(which);
        city.amend(vehicle.plate(), travel -> Amendments.changeFuel(travel, fuel.serialNo(), change));
        return fuel;
    }

    private void price() {
        Vehicle vehicle = vehicle("VD-12", v -> true);
        FuelRecord fuel =
                change(vehicle, 4, f -> Rows.with(f, "amount", Rows.rounded(Rows.rounded(f.litres(), 2) * 10.9, 2)));
        plants.breach("VD-12", vehicle.plate(), MINUTE.format(fuel.fuelledAt()), "每升 10.9 元", 10.9, 10.5);
    }

    private void small() {
        Vehicle vehicle = vehicle("VD-12b", v -> busyMonth(v, 3).isPresent());
        YearMonth month = busyMonth(vehicle, 3).orElseThrow();
        List<String> three = plants.year(vehicle).fuels().stream()
                .filter(f -> YearMonth.from(f.fuelledAt()).equals(month))
                .limit(3)
                .map(FuelRecord::serialNo)
                .toList();
        city.amend(
                vehicle.plate(),
                travel -> travel.fuels()
                        .replaceAll(
                                f -> three.contains(f.serialNo()) ? Rows.with(f, "litres", 6.5, "amount", 49.4) : f));
        plants.breach("VD-12b", vehicle.plate(), month.toString(), "一个月三次每次不足 60 元");
    }

    private java.util.Optional<YearMonth> busyMonth(Vehicle vehicle, int times) {
        return plants.year(vehicle).fuels().stream()
                .collect(Collectors.groupingBy(f -> YearMonth.from(f.fuelledAt()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() >= times)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private void wrongFuel() {
        Vehicle vehicle = vehicle("VD-14", v -> true);
        FuelRecord fuel = change(vehicle, 3, f -> Rows.with(f, "grade", "DIESEL_0"));
        plants.breach("VD-14", vehicle.plate(), MINUTE.format(fuel.fuelledAt()), "汽油车加了柴油");
    }

    /** Bought at the counter while the car was filled. */
    private void goods() {
        Vehicle vehicle = vehicle("VD-14b", v -> true);
        FuelRecord fuel = plants.year(vehicle).fuels().get(2);
        LocalDateTime at = fuel.fuelledAt().plusMinutes(4);
        city.amend(
                vehicle.plate(),
                travel -> travel.fuels()
                        .add(Rows.with(
                                fuel,
                                "serialNo",
                                fuel.serialNo() + "-S",
                                "fuelledAt",
                                at,
                                "litres",
                                1.0,
                                "amount",
                                158.0,
                                "grade",
                                "NON_FUEL",
                                "filledUp",
                                false)));
        plants.counted("VD-14b", vehicle.plate(), MINUTE.format(at), "便利店消费", 158);
    }

    private void cards() {
        Vehicle guest = vehicle("VD-21 guest", v -> true);
        String card =
                plants.year(vehicle("VD-21 owner", v -> true)).fuels().get(0).cardNo();
        change(guest, 0, f -> Rows.with(f, "cardNo", card));
        plants.counted("VD-21", guest.plate(), card, "用了另一辆车的油卡", 1);
        Vehicle two = vehicle("VD-21b", v -> true);
        change(two, 3, f -> Rows.with(f, "cardNo", "9" + f.cardNo()));
        plants.counted("VD-21b", two.plate(), null, "中间换用另一张油卡", 2);
        Vehicle renewed = vehicle("VD-21b renewed", v -> true);
        LocalDateTime since = plants.year(renewed).fuels().get(3).fuelledAt();
        city.amend(
                renewed.plate(),
                travel -> travel.fuels()
                        .replaceAll(f -> f.fuelledAt().isBefore(since) ? f : Rows.with(f, "cardNo", "8" + f.cardNo())));
        plants.nearMiss("VD-21b", renewed.plate(), "油卡挂失换新，不再用旧卡");
    }

    private boolean inQuarter(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        return !day.isBefore(quarter) && day.isBefore(quarter.plusMonths(3));
    }

    private double kilometres(Vehicle vehicle) {
        return Rows.rounded(
                plants.year(vehicle).trips().stream()
                        .filter(t -> inQuarter(t.startedAt()))
                        .mapToDouble(Trip::kilometres)
                        .sum(),
                1);
    }

    private long companions(Vehicle vehicle, Predicate<Vehicle> wanted) {
        return city.fleet
                .vehicles
                .where(v -> v.institutionCode().equals(vehicle.institutionCode())
                        && v.status().equals("IN_USE")
                        && !v.plate().equals(vehicle.plate()))
                .filter(wanted)
                .count();
    }

    private void neverFuelled() {
        Vehicle vehicle = vehicle(
                "VE-16",
                v -> kilometres(v) > UNFUELLED + 100
                        && companions(v, c -> c.energy().equals("GASOLINE")) >= 3);
        city.amend(vehicle.plate(), travel -> travel.fuels().removeIf(f -> inQuarter(f.fuelledAt())));
        plants.breach("VE-16", vehicle.plate(), null, "一个季度没有加油记录", kilometres(vehicle), UNFUELLED);
    }

    private void neverCharged() {
        Vehicle vehicle = plants.pick(
                "VD-22",
                city.fleet.vehicles.where(v -> v.status().equals("IN_USE")
                        && v.energy().equals("PLUG_IN_HYBRID")
                        && v.registeredOn().isBefore(city.asOf.minusDays(500))
                        && kilometres(v) > PLUGGED_IN + 50
                        && companions(v, c -> c.energy().equals("PLUG_IN_HYBRID")) >= 1),
                v -> "vehicle " + v.plate());
        city.amend(
                vehicle.plate(),
                travel -> travel.fuels().removeIf(f -> f.grade().equals("ELECTRICITY") && inQuarter(f.fuelledAt())));
        plants.counted("VD-22", vehicle.plate(), null, "一个季度没有充电", kilometres(vehicle));
    }
}

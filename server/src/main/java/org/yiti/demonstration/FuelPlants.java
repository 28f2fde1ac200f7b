package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.DayKind;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Positions.Point;

/** Fillings that do not fit the tank, the road, the calendar or the place. */
final class FuelPlants {
    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static final String COMPARED = "明途 L6 1.8L";

    final Plants plants;
    private final City city;

    FuelPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
    }

    void sow() {
        plants.attempt(() -> thirsty("VD-15 above its like", likes(), 1.15, List.of(3)));
        plants.attempt(this::tanks);
        plants.attempt(new AgainPlants(this)::sow);
        plants.attempt(new SpentPlants(plants)::sow);
        plants.attempt(this::holidays);
        plants.attempt(this::places);
        plants.attempt(this::consumption);
    }

    private Vehicle vehicle(String name) {
        return vehicle(name, others());
    }

    /** Cars of the model that is compared with its like: nothing else may shift what is normal for it. */
    private Stream<Vehicle> likes() {
        return city.fleet.vehicles.where(v -> v.brandModel().equals(COMPARED));
    }

    Stream<Vehicle> others() {
        return city.fleet.vehicles.where(v -> !v.brandModel().equals(COMPARED));
    }

    /** A petrol car driven enough to be filled a few times. */
    private Vehicle vehicle(String name, Stream<Vehicle> among) {
        return vehicle(name, among, v -> true);
    }

    Vehicle vehicle(String name, Stream<Vehicle> among, Predicate<Vehicle> clear) {
        return plants.pick(
                name,
                among.filter(v -> v.status().equals("IN_USE")
                        && v.energy().equals("GASOLINE")
                        && v.registeredOn().isBefore(city.asOf.minusDays(500))
                        && plants.year(v).fuels().stream().allMatch(FuelRecord::filledUp)
                        && plants.year(v).fuels().size() >= 7),
                v -> "vehicle " + v.plate(),
                clear);
    }

    private void tanks() {
        over("VD-09 first", 1.09, 0, true);
        over("VD-09 twice", 1.62, 0, true);
        over("VD-09 in between", 1.28, 3, true);
        over("VD-09 within tolerance", 1.04, 0, false);
    }

    private void over(String name, double share, int which, boolean found) {
        Vehicle vehicle = vehicle(name);
        double tank = vehicle.tank() == null ? 0 : vehicle.tank();
        List<FuelRecord> fuels = plants.year(vehicle).fuels();
        FuelRecord fuel = fuels.get(which);
        double litres =
                Rows.rounded(Math.max(tank * share, which > 0 ? thirsty(vehicle, fuels.get(which - 1), fuel) : 0), 2);
        change(vehicle, fuel, litres);
        if (!found) {
            plants.nearMiss("VD-09", vehicle.plate(), "超过油箱容积 4%,在 5% 允差之内");
            return;
        }
        plants.breach(
                "VD-09",
                vehicle.plate(),
                MINUTE.format(fuel.fuelledAt()),
                "一次加油 %s L,油箱 %s L".formatted(litres, tank),
                litres,
                Rows.rounded(tank * 1.05, 2));
        if (which > 0) {
            plants.consequence("VD-15", vehicle.plate(), MINUTE.format(fuel.fuelledAt()), "多加的油算进了百公里油耗");
        }
    }

    /** Plainly more than a fifth above what is approved for the way since the filling before. */
    private static double thirsty(Vehicle vehicle, FuelRecord before, FuelRecord fuel) {
        return (fuel.odometer() - before.odometer()) / 100 * vehicle.ratedConsumption() * 1.25;
    }

    private void change(Vehicle vehicle, FuelRecord fuel, double litres) {
        city.amend(
                vehicle.plate(),
                travel -> Amendments.changeFuel(travel, fuel.serialNo(), f -> Amendments.litres(f, litres)));
    }

    /** A filling at a known time, with the car standing at the station and the odometer as it is then. */
    void extra(Vehicle vehicle, LocalDateTime at, double litres) {
        city.amend(vehicle.plate(), travel -> {
            FuelRecord like = travel.fuels().get(0);
            double price = Journeys.price(like.grade(), at.toLocalDate());
            Amendments.fuel(
                    travel,
                    Rows.with(
                            like,
                            "serialNo",
                            "JY%tY%<tm%<td%<tH%<tM-X%s"
                                    .formatted(at, vehicle.plate().substring(1)),
                            "fuelledAt",
                            at,
                            "litres",
                            litres,
                            "amount",
                            Rows.rounded(litres * price, 2),
                            "odometer",
                            Amendments.odometerAt(travel, at),
                            "filledUp",
                            true));
        });
    }

    private void holidays() {
        Spot one = spot("VD-11 one day", 1);
        extra(one.vehicle(), one.at(), one.litres());
        plants.breach("VD-11", one.vehicle().plate(), one.at().toLocalDate().toString(), "节假日加油,当天没有行程");

        Spot two = spot("VD-11 two days", 2);
        extra(two.vehicle(), two.at(), two.litres());
        extra(two.vehicle(), two.at().plusDays(1), 8.6);
        plants.breach("VD-11", two.vehicle().plate(), two.at().toLocalDate().toString(), "节假日加油,当天没有行程");
        plants.breach(
                "VD-11",
                two.vehicle().plate(),
                two.at().toLocalDate().plusDays(1).toString(),
                "连续第二个节假日加油");
        plants.consequence(
                "VD-10", two.vehicle().plate(), MINUTE.format(two.at().plusDays(1)), "两次加油之间没有行驶");
        plants.consequence(
                "VD-09b", two.vehicle().plate(), MINUTE.format(two.at().plusDays(1)), "前一天刚加满,其间没有行驶");
    }

    private record Spot(Vehicle vehicle, LocalDateTime at, double litres) {}

    /** A car far enough from its last and its next filling on a holiday, so that nothing but the day is wrong. */
    private Spot spot(String name, int days) {
        LocalDate from = city.asOf.minusDays(330);
        Vehicle vehicle = plants.pick(
                name,
                others().filter(v -> v.energy().equals("GASOLINE")
                        && !v.dutyVehicle()
                        && v.status().equals("IN_USE")
                        && v.registeredOn().isBefore(city.asOf.minusDays(500))
                        && find(v, from, days) != null),
                v -> "vehicle " + v.plate());
        Spot spot = find(vehicle, from, days);
        if (spot == null) {
            throw new IllegalStateException(name);
        }
        return spot;
    }

    private @Nullable Spot find(Vehicle vehicle, LocalDate from, int days) {
        Travel year = plants.year(vehicle);
        for (LocalDate day = from; day.isBefore(city.asOf.minusDays(20)); day = day.plusDays(1)) {
            LocalDateTime at = day.atTime(LocalTime.of(10, 24));
            if (city.calendar.dayKind(day) != DayKind.HOLIDAY
                    || city.calendar.dayKind(day.plusDays(days - 1)) != DayKind.HOLIDAY) {
                continue;
            }
            FuelRecord before = Amendments.before(year, at).orElse(null);
            FuelRecord after = Amendments.after(year, at).orElse(null);
            double now = Amendments.odometerAt(year, at);
            if (before != null
                    && after != null
                    && before.filledUp()
                    && after.filledUp()
                    && now - before.odometer() > 170
                    && after.odometer() - now > 170) {
                double km = now - before.odometer();
                double whole = after.odometer() - before.odometer();
                return new Spot(vehicle, at, Rows.rounded(after.litres() * km / whole, 2));
            }
        }
        return null;
    }

    private void places() {
        away("VD-13 across town", 0.03, true);
        away("VD-13 in another county", 0.31, true);
        away("VD-13 round the corner", 0.0075, false);
    }

    private void away(String name, double degrees, boolean found) {
        Vehicle vehicle = vehicle(name);
        FuelRecord fuel = plants.year(vehicle).fuels().get(3);
        Point station = new Point(fuel.stationLongitude(), fuel.stationLatitude());
        Point there = station.shifted(0, degrees);
        city.amend(
                vehicle.plate(),
                travel -> Amendments.changeFuel(
                        travel,
                        fuel.serialNo(),
                        f -> Rows.with(f, "vehicleLongitude", there.longitude(), "vehicleLatitude", there.latitude())));
        if (found) {
            plants.breach(
                    "VD-13",
                    vehicle.plate(),
                    MINUTE.format(fuel.fuelledAt()),
                    "车在 %.1f 公里外".formatted(degrees * 111.2),
                    Rows.rounded(degrees * 111.195, degrees < 0.09 ? 3 : 1),
                    1);
        } else {
            plants.nearMiss("VD-13", vehicle.plate(), "相距 0.8 公里");
        }
    }

    private void consumption() {
        thirsty("VD-15 by half", others(), 1.42, List.of(2, 3));
        thirsty("VD-15 by a quarter", others(), 1.30, List.of(4));
    }

    private void thirsty(String name, Stream<Vehicle> among, double times, List<Integer> which) {
        Vehicle vehicle = vehicle(name, among);
        List<FuelRecord> fuels = plants.year(vehicle).fuels();
        for (int i : which) {
            FuelRecord fuel = fuels.get(i);
            double km = fuel.odometer() - fuels.get(i - 1).odometer();
            double litres = Rows.rounded(vehicle.ratedConsumption() * times * km / 100, 2);
            change(vehicle, fuel, litres);
            double actual = Rows.rounded(litres * 100 / km, 2);
            if (times > 1.2) {
                plants.breach(
                        "VD-15",
                        vehicle.plate(),
                        MINUTE.format(fuel.fuelledAt()),
                        "百公里油耗为核定的 %s 倍".formatted(times),
                        actual,
                        Rows.rounded(vehicle.ratedConsumption() * 1.2, 2));
            } else {
                plants.breach(
                        "VD-15b",
                        vehicle.plate(),
                        MINUTE.format(fuel.fuelledAt()),
                        "百公里油耗 %s,未超核定的 1.2 倍,但明显高于同型车".formatted(actual));
            }
        }
    }
}

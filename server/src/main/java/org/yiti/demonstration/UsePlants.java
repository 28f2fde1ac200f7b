package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.DayKind;
import org.yiti.demonstration.Fleet.DispatchOrder;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Positions.Point;

/** Vehicles that move when they should stand, without an order or after hours, and vehicles that only stand. */
final class UsePlants {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Of three cars and more, some one has been out in as many days. */
    private static final int SEEN = 14;

    private final Plants plants;
    private final City city;

    UsePlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
    }

    void sow() {
        plants.attempt(this::withoutOrder);
        plants.attempt(this::afterHours);
        plants.attempt(this::holidays);
        plants.attempt(this::idle);
    }

    private Vehicle vehicle(String name, boolean duty) {
        return plants.pick(
                name,
                city.fleet.vehicles.where(v -> v.status().equals("IN_USE")
                        && v.dutyVehicle() == duty
                        && v.registeredOn().isBefore(city.asOf.minusDays(500))
                        && companions(v) >= 3),
                v -> "vehicle " + v.plate());
    }

    private long companions(Vehicle vehicle) {
        return city.fleet
                .vehicles
                .where(v -> v.institutionCode().equals(vehicle.institutionCode()) && v.retiredOn() == null)
                .count();
    }

    private void withoutOrder() {
        for (int back : List.of(30, 120)) {
            Vehicle vehicle = vehicle("VD-02 lost " + back, false);
            Travel year = plants.year(vehicle);
            DispatchOrder order = ordered(year, city.asOf.minusDays(back));
            city.amend(vehicle.plate(), travel -> {
                travel.orders().removeIf(o -> o.orderNo().equals(order.orderNo()));
                travel.trips().replaceAll(t -> order.orderNo().equals(t.orderNo()) ? Rows.with(t, "orderNo", null) : t);
            });
            trips(year, order)
                    .forEach(t -> plants.breach("VD-02", vehicle.plate(), MINUTE.format(t.startedAt()), "派车单不存在"));
        }
        Vehicle refused = vehicle("VD-02 refused", false);
        Travel year = plants.year(refused);
        DispatchOrder order = ordered(year, city.asOf.minusDays(75));
        city.amend(
                refused.plate(),
                travel -> travel.orders()
                        .replaceAll(o -> o.orderNo().equals(order.orderNo()) ? Rows.with(o, "status", "REJECTED") : o));
        trips(year, order)
                .forEach(t -> plants.breach("VD-02", refused.plate(), MINUTE.format(t.startedAt()), "派车单未获批准仍出车"));

        Vehicle early = vehicle("VD-02 early", false);
        DispatchOrder late = ordered(plants.year(early), city.asOf.minusDays(60));
        city.amend(early.plate(), travel -> {
            travel.trips().replaceAll(t -> late.orderNo().equals(t.orderNo()) ? Rows.with(t, "orderNo", null) : t);
        });
        plants.nearMiss("VD-02", early.plate(), "行程未写派车单号,但在同一时段有批准的派车单");
    }

    private DispatchOrder ordered(Travel year, LocalDate from) {
        return year.orders().stream()
                .filter(o -> !o.plannedStart().toLocalDate().isBefore(from) && !o.offHoursApproved())
                .findFirst()
                .orElseThrow();
    }

    private static List<Trip> trips(Travel year, DispatchOrder order) {
        return year.trips().stream()
                .filter(t -> order.orderNo().equals(t.orderNo()))
                .toList();
    }

    private void afterHours() {
        extra("VD-01 evening", false, weekday(50), 20, 15, "APPROVED", false, List.of("VD-01"));
        extra("VD-01 dawn", false, weekday(95), 5, 40, "APPROVED", false, List.of("VD-01"));
        extra("VD-01 weekend", false, weekend(40), 10, 0, "APPROVED", false, List.of("VD-01"));
        extra("VD-01 night, no order", false, weekday(20), 22, 5, null, false, List.of("VD-01", "VD-02"));
        extra("VD-01 approved", false, weekday(33), 19, 30, "APPROVED", true, List.of());
        extra("VD-01 duty", true, weekend(70), 14, 0, "APPROVED", false, List.of());
    }

    private void holidays() {
        LocalDate holiday = holiday();
        extra("VE-14 no order", false, holiday, 9, 20, null, false, List.of("VE-14", "VD-01", "VD-02"));
        extra(
                "VE-14 refused",
                false,
                holiday.plusDays(1),
                15,
                0,
                "REJECTED",
                false,
                List.of("VE-14", "VD-01", "VD-02"));
        extra("VE-14 ordered", false, holiday, 11, 0, "APPROVED", true, List.of());
    }

    /** The last holiday of at least three days that lies in the year. */
    private LocalDate holiday() {
        return last(
                10,
                day -> city.calendar.dayKind(day) == DayKind.HOLIDAY
                        && city.calendar.dayKind(day.plusDays(2)) == DayKind.HOLIDAY);
    }

    private LocalDate weekday(int back) {
        return last(back, city.calendar::isWorkday);
    }

    private LocalDate weekend(int back) {
        return last(back, day -> city.calendar.dayKind(day) == DayKind.WEEKEND);
    }

    /** Of the days so many ago and more; which kind of day it was is known of the years whose notice is out. */
    private LocalDate last(int back, Predicate<LocalDate> wanted) {
        LocalDate first = city.asOf.minusMonths(12).plusDays(7);
        LocalDate day = city.asOf.minusDays(back);
        while (!city.calendar.isCovered(day.getYear()) || !wanted.test(day)) {
            day = day.minusDays(1);
            if (day.isBefore(first)) {
                throw Plants.nothing("a day of the calendar " + back + " days ago");
            }
        }
        return day;
    }

    /** A trip beside what the year holds; which rules see it is what the case is about. */
    private void extra(
            String name,
            boolean duty,
            LocalDate day,
            int hour,
            int minute,
            @Nullable String status,
            boolean offHours,
            List<String> rules) {
        Vehicle vehicle = vehicle(name, duty);
        LocalDateTime at = day.atTime(hour, minute);
        double km = Rows.rounded(plants.chance.under(name + " km").real(9, 34), 1);
        String number = status == null
                ? null
                : "PC%tY%<tm%<td-X%s".formatted(day, vehicle.plate().substring(1));
        Point home = new Point(vehicle.parkingLongitude(), vehicle.parkingLatitude());
        city.amend(vehicle.plate(), travel -> {
            String driver = travel.orders().get(0).driverCode();
            if (number != null && status != null) {
                Amendments.order(
                        travel,
                        new DispatchOrder(
                                vehicle.institutionCode(),
                                number,
                                vehicle.plate(),
                                driver,
                                travel.orders().get(0).applicant(),
                                "临时用车",
                                vehicle.parking(),
                                "城区",
                                2,
                                at.minusMinutes(5),
                                at.plusMinutes(95),
                                offHours,
                                false,
                                "用车审〔%d〕X%d".formatted(day.getYear(), hour * 60 + minute),
                                status,
                                null,
                                null));
            }
            double odometer = Amendments.odometerAt(travel, at);
            Amendments.drive(
                    travel,
                    vehicle,
                    new Trip(
                            vehicle.institutionCode(),
                            vehicle.plate(),
                            at,
                            at.plusMinutes(80),
                            km,
                            Rows.rounded(odometer + km, 1),
                            number,
                            vehicle.parking(),
                            "城区(往返)",
                            home.longitude(),
                            home.latitude()));
        });
        String episode = MINUTE.format(at);
        for (String rule : rules) {
            boolean main = rule.equals(name.substring(0, 5));
            if (main) {
                plants.breach(rule, vehicle.plate(), episode, name.substring(6) + ",行驶 " + km + " km");
            } else {
                plants.consequence(rule, vehicle.plate(), episode, "随 " + name);
            }
        }
        if (rules.isEmpty()) {
            plants.nearMiss(name.substring(0, 5), vehicle.plate(), duty ? "值班车辆" : "非工作时间用车已获批准");
        }
    }

    /** Sown after everything else on wheels, which it leaves where it was. */
    void sowFewDays() {
        plants.attempt(() -> {
            if (!city.calendar.isCovered(threeMonths().getYear())
                    || !city.calendar.isCovered(threeMonths().plusMonths(2).getYear())) {
                throw Plants.nothing("VD-17 few days");
            }
            quiet("VD-17 few days", threeMonths(), city.asOf, 3);
        });
    }

    /** Where the last three whole months begin: those before the month of the last trip of anybody, which may be long before today. */
    private LocalDate threeMonths() {
        return city.asOf.minusDays(SEEN).withDayOfMonth(1).minusMonths(3);
    }

    private void idle() {
        LocalDate last = city.asOf;
        quiet("VD-17 46 days", last.minusDays(46), last, 0);
        quiet("VD-17 110 days", last.minusDays(110), last, 0);
        quiet("VD-17 hardly used", threeMonths(), last, 2);
        almostIdle();
        Vehicle sealed = vehicle("VD-17 sealed", false);
        city.fleet.vehicles.change(sealed, "status", "SEALED");
        city.quieten(sealed.plate(), new Journeys.Quiet(last.minusDays(95), last, 0));
        plants.nearMiss("VD-17", sealed.plate(), "封存车辆不用是应当的");
    }

    /** Not a day more than four weeks since its last trip. */
    private void almostIdle() {
        Vehicle vehicle = plants.pick(
                "VD-17 four weeks",
                city.fleet.vehicles.where(v -> v.status().equals("IN_USE")
                        && !v.dutyVehicle()
                        && companions(v) >= 3
                        && !lastTrip(v, 20).isBefore(city.asOf.minusDays(28))),
                v -> "vehicle " + v.plate());
        city.quieten(vehicle.plate(), new Journeys.Quiet(lastTrip(vehicle, 20).plusDays(1), city.asOf, 0));
        plants.nearMiss("VD-17", vehicle.plate(), "停放不满三十天");
    }

    private LocalDate lastTrip(Vehicle vehicle, int back) {
        return plants.year(vehicle).trips().stream()
                .map(t -> t.startedAt().toLocalDate())
                .filter(day -> !day.isAfter(city.asOf.minusDays(back)))
                .reduce((one, next) -> next)
                .orElse(vehicle.registeredOn());
    }

    private void quiet(String name, LocalDate from, LocalDate to, int orders) {
        Vehicle vehicle = vehicle(name, false);
        city.quieten(vehicle.plate(), new Journeys.Quiet(from, to, orders));
        plants.breach("VD-17", vehicle.plate(), null, orders == 0 ? "长期停放" : orders == 2 ? "每月只出车两次" : "每月只有三天出车");
    }
}

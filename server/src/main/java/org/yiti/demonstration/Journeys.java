package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.WorkCalendar;
import org.yiti.demonstration.Fleet.DispatchOrder;
import org.yiti.demonstration.Fleet.Maintenance;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Positions.Point;

/** Drives one vehicle through a year: orders on calendar, trips inside the orders, an odometer without a gap. */
final class Journeys {
    private static final List<String> PURPOSES =
            List.of("参加会议", "项目现场查看", "基层调研", "送取文件", "业务检查", "执法检查", "培训", "慰问走访", "应急处置", "公务接送");

    /** A time in which the vehicle is hardly wanted: so many orders a month, or none. */
    record Quiet(LocalDate from, LocalDate to, int orders) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final Chance chance;
    private final WorkCalendar calendar;
    private final LocalDate asOf;
    private final Places places;
    private final Map<String, List<String>> applicants;

    Journeys(
            Chance chance, WorkCalendar calendar, LocalDate asOf, Places places, Map<String, List<String>> applicants) {
        this.chance = chance.under("journeys");
        this.calendar = calendar;
        this.asOf = asOf;
        this.places = places;
        this.applicants = applicants;
    }

    Travel of(Vehicle vehicle, @Nullable String driver, boolean brisk, @Nullable Quiet quiet) {
        return new Year(vehicle, driver, brisk, quiet).drive();
    }

    /** A day as numbers of documents have it. Hundreds of thousands are written: no formatter. */
    static String compact(LocalDate day) {
        return String.valueOf(day.getYear() * 10000 + day.getMonthValue() * 100 + day.getDayOfMonth());
    }

    static double price(String grade, LocalDate day) {
        int months = day.getYear() * 12 + day.getMonthValue();
        double base = 7.35 + 0.32 * StrictMath.sin(months * 0.55) + 0.11 * StrictMath.sin(months * 1.9);
        double offset = grade.equals("GASOLINE_95") ? 0.52 : grade.startsWith("DIESEL") ? -0.38 : 0;
        return Rows.rounded(base + offset, 2);
    }

    /** What the season adds to consumption: cooling in summer, cold starts in winter. */
    static double season(YearMonth month) {
        return switch (month.getMonthValue()) {
            case 7, 8 -> 1.025;
            case 6, 9, 12, 1, 2 -> 1.012;
            default -> 1.0;
        };
    }

    private final class Year {
        private final Vehicle vehicle;
        private final @Nullable String driver;
        private final Chance own;
        private final Point home;
        private final Travel travel = new Travel();
        private final @Nullable Quiet quiet;
        private final Tank tank;
        private double odometer;
        private double serviceDue;

        Year(Vehicle vehicle, @Nullable String driver, boolean brisk, @Nullable Quiet quiet) {
            this.quiet = quiet;
            this.vehicle = vehicle;
            this.driver = driver;
            this.own = chance.under(vehicle.plate());
            this.home = new Point(vehicle.parkingLongitude(), vehicle.parkingLatitude());
            LocalDate from = from();
            double years = (from.toEpochDay() - vehicle.registeredOn().toEpochDay()) / 365.0;
            odometer = Rows.rounded(Math.max(12, years * own.real(8000, 15000)), 1);
            serviceDue = odometer + own.real(500, 7500);
            tank = new Tank(vehicle, places, own, travel, brisk);
        }

        private LocalDate from() {
            return People.later(
                    asOf.minusMonths(12).plusDays(1), vehicle.registeredOn().plusDays(3));
        }

        Travel drive() {
            double busy = own.real(0.38, 0.62);
            LocalDate lastUse = from();
            LocalDate last = vehicle.retiredOn() == null
                    ? asOf.minusDays(1)
                    : vehicle.retiredOn().minusDays(5);
            for (LocalDate day = from(); !day.isAfter(last); day = day.plusDays(1)) {
                if (own.happens(chanceOf(day, busy, lastUse))) {
                    order(day);
                    lastUse = day;
                } else if (odometer > serviceDue && calendar.isWorkday(day)) {
                    service(day);
                }
            }
            if (vehicle.energy().equals("PLUG_IN_HYBRID")) {
                Charging.monthly(vehicle, travel, calendar, own.under("charge"));
            }
            return travel;
        }

        /** Nothing stands for weeks: a vehicle nobody needed for twelve days is taken on the next workday. */
        private double chanceOf(LocalDate day, double busy, LocalDate lastUse) {
            if (quiet != null && quiet.covers(day)) {
                return quiet.orders() > 0 && calendar.isWorkday(day) && usedIn(day) < quiet.orders() ? 0.3 : 0;
            }
            if (!calendar.isWorkday(day)) {
                return vehicle.dutyVehicle() ? 0.16 : 0;
            }
            return lastUse.plusDays(12).isBefore(day) ? 1 : busy;
        }

        private long usedIn(LocalDate month) {
            return travel.orders().stream()
                    .filter(o -> YearMonth.from(o.plannedStart()).equals(YearMonth.from(month)))
                    .count();
        }

        private void order(LocalDate day) {
            Places.Place to = places.destination(vehicle.institutionCode(), home, own);
            double oneWay = Rows.rounded(Math.max(1.6, to.at().kilometresTo(home) * own.real(1.22, 1.38)), 1);
            int ride = minutes(oneWay);
            int stay = own.whole(25, to.outOfTown() ? 150 : 110);
            int latest = 18 * 60 - 2 * ride - stay - 20;
            int start = Math.min(latest, own.whole(to.outOfTown() || ride > 70 ? 495 : 500, ride > 70 ? 540 : 890));
            boolean free = !calendar.isWorkday(day);
            String number = "PC" + compact(day) + "-" + vehicle.plate().substring(1);
            LocalDateTime out = day.atStartOfDay().plusMinutes(start + own.whole(0, 8));
            boolean round = oneWay < 12 && own.happens(0.4);
            if (round) {
                leg(number, out, ride * 2 + 6, 2 * oneWay, vehicle.parking(), to.name() + "(往返)", home);
            } else {
                leg(number, out, ride, oneWay, vehicle.parking(), to.name(), to.at());
                LocalDateTime back = out.plusMinutes(ride + stay);
                leg(number, back, minutes(oneWay), oneWay, to.name(), vehicle.parking(), home);
            }
            LocalDateTime end =
                    travel.trips().get(travel.trips().size() - 1).endedAt().plusMinutes(own.whole(10, 35));
            travel.orders()
                    .add(new DispatchOrder(
                            vehicle.institutionCode(),
                            number,
                            vehicle.plate(),
                            driver,
                            own.pick(applicants.getOrDefault(vehicle.institutionCode(), List.of())),
                            free ? "值班应急" : own.pick(PURPOSES),
                            vehicle.parking(),
                            to.name(),
                            own.whole(1, Math.min(4, vehicle.seats() - 1)),
                            day.atStartOfDay().plusMinutes(start),
                            end,
                            free,
                            to.outOfTown(),
                            "用车审〔" + day.getYear() + "〕" + number.substring(2),
                            "COMPLETED"));
        }

        private int minutes(double kilometres) {
            double speed = kilometres < 15 ? 27 : kilometres < 60 ? 48 : 74;
            return 4 + (int) (kilometres / speed * 60 * own.real(0.92, 1.2));
        }

        private void leg(String order, LocalDateTime at, int minutes, double km, String from, String to, Point end) {
            double kilometres = Rows.rounded(km * own.real(0.99, 1.02), 1);
            tank.drive(at, minutes, kilometres, odometer, home);
            odometer = Rows.rounded(odometer + kilometres, 1);
            travel.trips()
                    .add(new Trip(
                            vehicle.institutionCode(),
                            vehicle.plate(),
                            at,
                            at.plusMinutes(minutes),
                            kilometres,
                            odometer,
                            order,
                            from,
                            to,
                            end.longitude(),
                            end.latitude()));
        }

        private void service(LocalDate day) {
            serviceDue = odometer + own.real(7000, 9500);
            boolean repair = own.happens(0.18);
            travel.maintenances()
                    .add(new Maintenance(
                            vehicle.institutionCode(),
                            vehicle.plate(),
                            "WX" + compact(day) + "-" + vehicle.plate().substring(1),
                            day,
                            repair ? "REPAIR" : "SERVICING",
                            repair
                                    ? own.pick(List.of("更换刹车片", "更换蓄电池", "更换雨刮、检修空调"))
                                    : vehicle.electric() ? "三电系统检查、更换空调滤芯" : "更换机油、三滤",
                            own.pick(List.of("示范公务用车定点维修一厂", "示范公务用车定点维修二厂", "安行汽车服务中心")),
                            own.whole(repair ? 600 : 320, repair ? 1900 : 860),
                            odometer));
        }
    }
}

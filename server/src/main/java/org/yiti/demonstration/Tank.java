package org.yiti.demonstration;

import java.time.LocalDateTime;
import java.time.YearMonth;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Positions.Point;

/** Burns fuel leg by leg and calls at a station near home when it runs low: litres, odometer and position follow. */
final class Tank {
    private static final double LOW = 0.30;
    private static final double BRIM = 0.97;
    /** Nobody drives on with less. */
    private static final double DRY = 0.06;
    /** Kilometres after which nobody wonders why a car is filled again. */
    private static final double SOON = 150;

    private final Vehicle vehicle;
    private final Places places;
    private final Chance own;
    private final Travel travel;
    private final double size;
    private final double habit;
    private final String grade;
    private double level;

    Tank(Vehicle vehicle, Places places, Chance chance, Travel travel, boolean brisk) {
        this.vehicle = vehicle;
        this.places = places;
        this.own = chance.under("tank");
        this.travel = travel;
        this.size = vehicle.tank() == null ? 0 : vehicle.tank();
        this.habit = (brisk ? 1.03 : 0.93) + own.real(-0.004, 0.004);
        this.grade = Models.named(vehicle.brandModel()).grade();
        this.level = size * own.real(0.5, 0.9);
    }

    void drive(LocalDateTime at, int minutes, double kilometres, double odometer, Point home) {
        if (size == 0) {
            return;
        }
        double need = kilometres
                / 100
                * vehicle.ratedConsumption()
                * habit
                * Journeys.season(YearMonth.from(at))
                * own.real(0.985, 1.015);
        if (level - need >= LOW * size) {
            level -= need;
            return;
        }
        double part = own.real(0.2, 0.4);
        LocalDateTime there = at.plusMinutes(Math.max(1, (int) (minutes * part)));
        double passed = Rows.rounded(odometer + kilometres * part, 1);
        if (isSoon(there, passed) && level - need >= DRY * size) {
            level -= need;
            return;
        }
        level -= need * part;
        fuel(there, kilometres, passed, home);
        level -= need * (1 - part);
    }

    /** Filled not long ago: who can goes on with what is left rather than call twice. */
    private boolean isSoon(LocalDateTime at, double odometer) {
        if (travel.fuels().isEmpty()) {
            return false;
        }
        FuelRecord last = travel.fuels().get(travel.fuels().size() - 1);
        return last.fuelledAt().toLocalDate().equals(at.toLocalDate()) || odometer - last.odometer() < SOON;
    }

    private void fuel(LocalDateTime at, double kilometres, double odometer, Point home) {
        boolean full = kilometres > 30 || own.happens(0.85);
        double litres = Rows.rounded(full ? size * BRIM - level : (size * BRIM - level) * own.real(0.7, 0.8), 2);
        level += litres;
        Places.Place station = places.station(vehicle.institutionCode(), home, own);
        Point there = station.at().shifted(own.real(-0.0003, 0.0003), own.real(-0.0003, 0.0003));
        travel.fuels()
                .add(new FuelRecord(
                        vehicle.institutionCode(),
                        "JY" + Journeys.compact(at.toLocalDate()) + (10000 + at.getHour() * 100 + at.getMinute()) + "-"
                                + vehicle.plate().substring(1),
                        vehicle.plate(),
                        "9000" + vehicle.terminalNo().substring(4),
                        at,
                        litres,
                        Rows.rounded(litres * Journeys.price(grade, at.toLocalDate()), 2),
                        grade,
                        odometer,
                        full,
                        station.name(),
                        station.at().longitude(),
                        station.at().latitude(),
                        there.longitude(),
                        there.latitude()));
    }
}

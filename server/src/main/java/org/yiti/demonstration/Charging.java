package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiti.calendar.WorkCalendar;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Trip;
import org.yiti.demonstration.Fleet.Vehicle;

/** A plug-in hybrid is charged at home, once a month on the books: after its first day out. */
final class Charging {
    private static final double FULL = 0.9;

    private Charging() {}

    static void monthly(Vehicle vehicle, Travel travel, WorkCalendar calendar, Chance chance) {
        Set<YearMonth> charged = new HashSet<>();
        for (Trip trip : List.copyOf(travel.trips())) {
            LocalDate day = trip.startedAt().toLocalDate();
            if (calendar.isWorkday(day) && charged.add(YearMonth.from(day))) {
                travel.fuels().add(charge(vehicle, day.atTime(20, 40), travel, chance.real(6, 11)));
            }
        }
        travel.fuels().sort(Comparator.comparing(FuelRecord::fuelledAt));
    }

    private static FuelRecord charge(Vehicle vehicle, LocalDateTime at, Travel travel, double energy) {
        double kilowattHours = Rows.rounded(energy, 2);
        return new FuelRecord(
                vehicle.institutionCode(),
                "CD" + Journeys.compact(at.toLocalDate()) + "-"
                        + vehicle.plate().substring(1),
                vehicle.plate(),
                "9000" + vehicle.terminalNo().substring(4),
                at,
                kilowattHours,
                Rows.rounded(kilowattHours * FULL, 2),
                "ELECTRICITY",
                Amendments.odometerAt(travel, at),
                false,
                vehicle.parking() + "充电桩",
                vehicle.parkingLongitude(),
                vehicle.parkingLatitude(),
                vehicle.parkingLongitude(),
                vehicle.parkingLatitude());
    }
}

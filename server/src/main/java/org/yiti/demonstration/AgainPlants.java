package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Vehicle;

/** Fillings that follow another too soon: on the evening of the same day, and before the car was driven. */
final class AgainPlants {
    /** Too few to fill again after, and to tell by them what a car burns, km. */
    private static final double FEW = 95;

    private final FuelPlants fuels;
    private final Plants plants;

    AgainPlants(FuelPlants fuels) {
        this.fuels = fuels;
        this.plants = fuels.plants;
    }

    void sow() {
        evening();
        soon();
    }

    private void evening() {
        Vehicle evening = fuels.vehicle(
                "VD-10 same evening",
                fuels.others().filter(v -> plants.year(v).fuels().size() > 2 && drivenAfter(v) < 60),
                v -> true);
        FuelRecord first = plants.year(evening).fuels().get(2);
        LocalDateTime again = first.fuelledAt().toLocalDate().atTime(18, 50);
        fuels.extra(evening, again, 24.5);
        plants.breach("VD-10", evening.plate(), FuelPlants.MINUTE.format(again), "同一天再次加油 24.5 L");
        plants.consequence("VD-09b", evening.plate(), FuelPlants.MINUTE.format(again), "当天刚加满,油还在油箱里");
    }

    private void soon() {
        Vehicle soon = fuels.vehicle("VD-10 soon", fuels.others(), v -> drivenTillMorning(v) < FEW);
        LocalDateTime at = morningAfter(soon);
        double km = drivenTillMorning(soon);
        fuels.extra(soon, at, 21);
        plants.breach("VD-10", soon.plate(), FuelPlants.MINUTE.format(at), "上次加油后只行驶 %s km".formatted(km));
        if (21 > SpentPlants.room(soon, km)) {
            plants.consequence("VD-09b", soon.plate(), FuelPlants.MINUTE.format(at), "上次加的油还没有用掉");
        }
    }

    /** Before it sets out on the next day it drives after its fourth filling. */
    private LocalDateTime morningAfter(Vehicle vehicle) {
        LocalDate filled = plants.year(vehicle).fuels().get(3).fuelledAt().toLocalDate();
        return plants.year(vehicle).trips().stream()
                .map(t -> t.startedAt().toLocalDate())
                .filter(day -> day.isAfter(filled))
                .findFirst()
                .orElseThrow()
                .atTime(7, 50);
    }

    private double drivenTillMorning(Vehicle vehicle) {
        Travel year = plants.year(vehicle);
        double filled = year.fuels().get(3).odometer();
        return Rows.rounded(Amendments.odometerAt(year, morningAfter(vehicle)) - filled, 1);
    }

    /** What a car drove on the day of its third filling, after it. */
    private double drivenAfter(Vehicle vehicle) {
        FuelRecord fuel = plants.year(vehicle).fuels().get(2);
        return Amendments.odometerAt(
                        plants.year(vehicle), fuel.fuelledAt().toLocalDate().atTime(18, 50))
                - fuel.odometer();
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Fleet.Vehicle;

/** The terminals in the vehicles of a city, under the numbers that the vehicles name; one in thirty has none yet. */
final class Terminals {

    record Terminal(
            String phone,
            String institutionCode,
            String plate,
            String maker,
            String model,
            String dialect,
            boolean registersAgain,
            LocalDate fittedOn,
            @Nullable LocalDate removedOn) {}

    record Fence(
            String institutionCode,
            String name,
            String kind,
            boolean coversBelow,
            double longitude,
            double latitude,
            int radius,
            @Nullable LocalDate startsOn) {}

    private static final List<String> MODELS = List.of("SF-T100", "SF-T200 BDS", "AX-808");

    private Terminals() {}

    static Stream<Terminal> of(City city) {
        return city.fleet.vehicles.all().stream()
                .map(vehicle -> terminal(vehicle, lot(vehicle)))
                .flatMap(Stream::ofNullable);
    }

    static boolean isFitted(Vehicle vehicle) {
        return lot(vehicle) != 0;
    }

    private static int lot(Vehicle vehicle) {
        return Math.floorMod(vehicle.terminalNo().hashCode(), 30);
    }

    private static @Nullable Terminal terminal(Vehicle vehicle, int lot) {
        if (lot == 0) {
            return null;
        }
        return new Terminal(
                vehicle.terminalNo(),
                vehicle.institutionCode(),
                vehicle.plate(),
                lot % 3 == 2 ? "安行电子" : "示范北斗",
                MODELS.get(lot % 3),
                "STANDARD",
                true,
                vehicle.registeredOn(),
                vehicle.retiredOn());
    }
}

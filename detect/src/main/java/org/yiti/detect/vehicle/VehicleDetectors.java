package org.yiti.detect.vehicle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yiti.detect.Detector;
import org.yiti.detect.Together;
import org.yiti.detect.Window;
import org.yiti.detect.Zone;

/** The detectors of a vehicle, each behind the cleaning of its positions: all that every vehicle has as one, and those that depend on what somebody drew. */
public final class VehicleDetectors {

    /**
     * What a terminal stored in a blind area it sends within hours; one that comes later is recomputed from the store. A week
     * would be kept in 650 kB.
     */
    public static final Window WINDOW = new Window(Duration.ofDays(2), Duration.ofHours(3));

    private VehicleDetectors() {}

    /** Trips, stops, days, fuel, silence, clock, nights, odometer, and what could not be used. */
    public static Cleaning<Object[]> all(VehicleSettings settings) {
        return all(settings, List.of());
    }

    /** The same, and speeds beyond limits that hold for every vehicle alike: other limits are another detector. */
    public static Cleaning<Object[]> all(VehicleSettings settings, List<SpeedLimit> limits) {
        return all(settings, limits, List.of());
    }

    /** And fences of this vehicle: few enough for all of it to be recomputed when one is drawn anew. */
    public static Cleaning<Object[]> all(VehicleSettings settings, List<SpeedLimit> limits, List<Fence> fences) {
        return all(settings, limits, fences, List.of());
    }

    /** And ways that this vehicle is to keep to, each for its time. */
    public static Cleaning<Object[]> all(
            VehicleSettings settings, List<SpeedLimit> limits, List<Fence> fences, List<Route> routes) {
        var detectors = new ArrayList<Detector<Motion, ?>>(List.of(
                trips(settings),
                new DaySums(new Zone(settings.nights().zone())),
                new FuelLevels(settings.fuel()),
                new Silence(settings.silence()),
                new ClockSkew(),
                new Nights(settings.nights()),
                new OdometerBreaks(),
                new Unplaced()));
        limits.stream().map(OverSpeed::new).forEach(detectors::add);
        if (!fences.isEmpty()) {
            detectors.add(new Fences(FenceSettings.DEFAULTS, fences));
        }
        routes.stream()
                .map(route -> new OffRoute(RouteSettings.DEFAULTS, route))
                .forEach(detectors::add);
        return clean(settings, together(detectors));
    }

    /** Drawn anew they are another detector, so they have a timeline of their own and are recomputed alone. */
    public static Cleaning<Object[]> fences(VehicleSettings settings, FenceSettings sure, List<Fence> fences) {
        return clean(settings, new Fences(sure, fences));
    }

    /** Of one order: from when it begins until it is over. */
    public static Cleaning<Object[]> offRoute(VehicleSettings settings, RouteSettings off, Route route) {
        return clean(settings, new OffRoute(off, route));
    }

    public static Cleaning<Object[]> overSpeed(VehicleSettings settings, List<SpeedLimit> limits) {
        return clean(settings, together(limits.stream().map(OverSpeed::new).toList()));
    }

    @SuppressWarnings("unchecked")
    private static Detector<Motion, ?>[] together(List<? extends Detector<Motion, ?>> detectors) {
        return detectors.toArray(Detector[]::new);
    }

    static Detector<Motion, ?> trips(VehicleSettings settings) {
        return new Trips(settings.trips());
    }

    @SafeVarargs
    static Cleaning<Object[]> clean(VehicleSettings settings, Detector<Motion, ?>... detectors) {
        return new Cleaning<>(settings.cleaning(), new Together<>(detectors));
    }
}

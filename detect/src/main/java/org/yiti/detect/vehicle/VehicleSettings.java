package org.yiti.detect.vehicle;

/** All thresholds of a vehicle's detectors. They say what is so, not what is allowed: that is for rules. */
public record VehicleSettings(
        CleaningSettings cleaning,
        TripSettings trips,
        FuelSettings fuel,
        SilenceSettings silence,
        NightSettings nights) {

    public static final VehicleSettings DEFAULTS = new VehicleSettings(
            CleaningSettings.DEFAULTS,
            TripSettings.DEFAULTS,
            FuelSettings.DEFAULTS,
            SilenceSettings.DEFAULTS,
            NightSettings.DEFAULTS);

    public VehicleSettings tank(double litres) {
        return new VehicleSettings(cleaning, trips, fuel.tank(litres), silence, nights);
    }
}

package org.yiti.detect.geo;

/** All that is no farther from a place than so many metres. */
public record Circle(double latitude, double longitude, double radius) implements Area {

    @Override
    public double depth(double placeLatitude, double placeLongitude) {
        var north = Math.abs(placeLatitude - latitude) * Earth.METRES_A_DEGREE;
        return north > radius + FAR
                ? radius - north
                : radius - Earth.metres(latitude, longitude, placeLatitude, placeLongitude);
    }

    @Override
    public boolean crossed(double latitude1, double longitude1, double latitude2, double longitude2) {
        return new Flat(latitude, longitude).metres(latitude1, longitude1, latitude2, longitude2) <= radius;
    }
}

package org.yiti.detect.geo;

/** A flat map around a place, good for some tens of kilometres: distances from that place to straight ways. */
final class Flat {

    private final double latitude;
    private final double longitude;
    private final double east;

    Flat(double latitude, double longitude) {
        this.latitude = latitude;
        this.longitude = longitude;
        this.east = Earth.METRES_A_DEGREE * StrictMath.cos(Math.toRadians(latitude));
    }

    /** From the middle of the map to the nearest place of a straight way. */
    double metres(double latitude1, double longitude1, double latitude2, double longitude2) {
        var x = Earth.turn(longitude1 - longitude) * east;
        var y = (latitude1 - latitude) * Earth.METRES_A_DEGREE;
        var toX = Earth.turn(longitude2 - longitude1) * east;
        var toY = (latitude2 - latitude1) * Earth.METRES_A_DEGREE;
        var length = toX * toX + toY * toY;
        var along = length == 0 ? 0 : Math.max(0, Math.min(1, -(x * toX + y * toY) / length));
        var nearX = x + along * toX;
        var nearY = y + along * toY;
        return Math.sqrt(nearX * nearX + nearY * nearY);
    }
}

package org.yiti.simulator.track;

/**
 * Where a vehicle is.
 *
 * @param lat millionths of a degree, north positive
 * @param lon millionths of a degree, east positive
 * @param speed 0.1 km/h
 * @param direction degrees from north, clockwise
 * @param metres driven since the beginning
 * @param running the engine
 */
public record Fix(int lat, int lon, int speed, int direction, double metres, boolean running) {}

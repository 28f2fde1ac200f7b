package org.yiti.detect.vehicle;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Reports;

/**
 * Positions in order. One whose clock cannot be right (1980, 2000, the future) stands where it was received: it is kept and
 * counted, and neither pushes the window on nor falls out of it.
 */
public final class Positions implements Reports<Position> {

    private final CleaningSettings settings;

    public Positions(CleaningSettings settings) {
        this.settings = settings;
    }

    @Override
    public long at(Position position) {
        return settings.clockIsCredible(position) ? position.at() : position.received();
    }

    @Override
    public int compare(Position one, Position other) {
        var by = Long.compare(one.at(), other.at());
        by = by != 0 ? by : Integer.compare(other.status(), one.status());
        by = by != 0 ? by : Integer.compare(one.latitude(), other.latitude());
        by = by != 0 ? by : Integer.compare(one.longitude(), other.longitude());
        by = by != 0 ? by : Integer.compare(one.gauges().speed(), other.gauges().speed());
        by = by != 0 ? by : Long.compare(one.gauges().odometer(), other.gauges().odometer());
        by = by != 0 ? by : Integer.compare(one.gauges().fuel(), other.gauges().fuel());
        return by != 0 ? by : Long.compare(one.received(), other.received());
    }

    @Override
    public void write(Position position, ByteSink to) {
        var gauges = position.gauges();
        to.integer(position.at()).integer(position.received() - position.at());
        to.integer(position.latitude()).integer(position.longitude()).integer(position.status());
        to.integer(gauges.speed()).integer(gauges.odometer()).integer(gauges.fuel());
    }

    @Override
    public Position read(ByteSource from) {
        var at = from.integer();
        var received = at + from.integer();
        var latitude = (int) from.integer();
        var longitude = (int) from.integer();
        var status = (int) from.integer();
        var gauges = new Gauges((int) from.integer(), from.integer(), (int) from.integer());
        return new Position(at, received, latitude, longitude, gauges, status);
    }
}

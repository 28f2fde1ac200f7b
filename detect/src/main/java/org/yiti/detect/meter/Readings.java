package org.yiti.detect.meter;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Reports;

/** Readings of one meter: one a time, the latest revision; of two of the same revision the greater, so that it is always the same. */
public final class Readings implements Reports<Reading> {

    @Override
    public long at(Reading reading) {
        return reading.at();
    }

    @Override
    public int compare(Reading one, Reading other) {
        return one.revision() != other.revision()
                ? Integer.compare(one.revision(), other.revision())
                : Double.compare(one.value(), other.value());
    }

    @Override
    public boolean lastOfATimeWins() {
        return true;
    }

    @Override
    public void write(Reading reading, ByteSink to) {
        to.integer(reading.at()).real(reading.value()).integer(reading.revision());
    }

    @Override
    public Reading read(ByteSource from) {
        return new Reading(from.integer(), from.real(), (int) from.integer());
    }
}

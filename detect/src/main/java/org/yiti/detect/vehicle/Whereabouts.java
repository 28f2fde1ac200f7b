package org.yiti.detect.vehicle;

import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;

/** How long it was at which of a few places. */
final class Whereabouts {

    private static final int PLACES = 8;

    private final Place[] places = new Place[PLACES];
    private final long[] times = new long[PLACES];
    private int count;
    private long known;

    Whereabouts() {
        for (var i = 0; i < PLACES; i++) {
            places[i] = new Place();
        }
    }

    void add(Place place, long time, double near) {
        known += time;
        for (var i = 0; i < count; i++) {
            if (places[i].metres(place) <= near) {
                times[i] += time;
                return;
            }
        }
        // Who is at nine places in a night stands at none of them; the first eight are enough to say where it stood.
        if (count < PLACES) {
            places[count].set(place);
            times[count++] = time;
        }
    }

    /** Of those as long the first. */
    int longest() {
        var longest = 0;
        for (var i = 1; i < count; i++) {
            longest = times[i] > times[longest] ? i : longest;
        }
        return longest;
    }

    Place place(int which) {
        return places[which];
    }

    long time(int which) {
        return times[which];
    }

    int count() {
        return count;
    }

    long known() {
        return known;
    }

    void clear() {
        count = 0;
        known = 0;
    }

    void write(ByteSink to) {
        to.integer(known).integer(count);
        for (var i = 0; i < count; i++) {
            places[i].write(to);
            to.integer(times[i]);
        }
    }

    void read(ByteSource from) {
        known = from.integer();
        count = (int) Math.floorMod(from.integer(), PLACES + 1L);
        for (var i = 0; i < count; i++) {
            places[i].read(from);
            times[i] = from.integer();
        }
    }
}

package org.yiti.detect.vehicle;

import org.jspecify.annotations.Nullable;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.geo.Earth;

/** Judges positions in order, and measures what lies between those that are used. */
final class Cleaner {

    /** km/h at which a place must change from one report to the next. */
    private static final double CHANGES = 10;

    /** Metres below which a standing receiver trembles; it says itself that it stands, or seems to. */
    private static final double TREMBLES = 30;

    /** The same where it cannot say so. */
    private static final double WANDERS = 40;

    /** Metres that count when the terminal tells no speed, if they were done at a walk at least. */
    private static final double COUNTS = 5;

    private static final double WALK = 3;

    /** Degrees around 0/0 in which nobody drives. */
    private static final int NOWHERE = 1_000;

    private final CleaningSettings settings;
    private final Odometer odometer;
    private final Pace pace = new Pace();
    private boolean any;
    private long at;
    private int latitude;
    private int longitude;
    private long countedAt;
    private int countedLatitude;
    private int countedLongitude;
    private int doubts;
    private long doubtAt;
    private int doubtLatitude;
    private int doubtLongitude;

    Cleaner(CleaningSettings settings) {
        this.settings = settings;
        this.odometer = new Odometer(settings);
    }

    void judge(Position position, long when, Motion motion) {
        motion.position = position;
        motion.at = when;
        motion.follows = false;
        motion.gap = false;
        motion.relocated = false;
        motion.metres = 0;
        motion.gapMetres = 0;
        motion.speed = speed(position.gauges());
        motion.toldSpeed = !Double.isNaN(motion.speed);
        motion.sureSpeed = motion.speed;
        var reason = byItself(position);
        if (reason == null || !reason.ofClock()) {
            odometer.read(position.gauges().odometer(), when, motion.odometer);
        } else {
            motion.odometer.nothing();
        }
        if (reason == null && any) {
            reason = besideTheLast(position, when, motion);
        }
        motion.reason = reason;
        if (reason == null) {
            use(position, when, motion);
        }
        motion.placed = any;
        motion.latitude = latitude / 1e6;
        motion.longitude = longitude / 1e6;
    }

    private double speed(Gauges gauges) {
        var speed = gauges.speed() / 10.0;
        return gauges.speed() < 0 || speed > 1.3 * settings.fastest() ? Double.NaN : speed;
    }

    private @Nullable Reason byItself(Position position) {
        if (!settings.clockIsCredible(position)) {
            return settings.behind(position) ? Reason.CLOCK_BEHIND : Reason.CLOCK_AHEAD;
        }
        if (position.is(Position.ENCRYPTED)) {
            return Reason.ENCRYPTED;
        }
        if (!position.is(Position.FIXED)) {
            return Reason.NOT_FIXED;
        }
        if (Math.abs((long) position.latitude()) > 90_000_000L
                || Math.abs((long) position.longitude()) > 180_000_000L) {
            return Reason.OUT_OF_RANGE;
        }
        return Math.abs(position.latitude()) < NOWHERE && Math.abs(position.longitude()) < NOWHERE
                ? Reason.NO_PLACE
                : null;
    }

    private @Nullable Reason besideTheLast(Position position, long when, Motion motion) {
        if (when == at) {
            return Reason.SAME_TIME;
        }
        if (position.latitude() == latitude && position.longitude() == longitude) {
            doubts = 0;
            return motion.speed >= CHANGES ? Reason.STALE : null;
        }
        if (reachable(latitude, longitude, at, position, when)) {
            doubts = 0;
            return null;
        }
        doubts = doubts > 0 && reachable(doubtLatitude, doubtLongitude, doubtAt, position, when) ? doubts + 1 : 1;
        doubtLatitude = position.latitude();
        doubtLongitude = position.longitude();
        doubtAt = when;
        if (doubts < settings.believed()) {
            return Reason.JUMP;
        }
        doubts = 0;
        motion.relocated = true;
        return null;
    }

    private boolean reachable(int fromLatitude, int fromLongitude, long from, Position position, long when) {
        var seconds = (when - from) / 1000.0;
        return metres(fromLatitude, fromLongitude, position) <= settings.fastest() / 3.6 * seconds + settings.error();
    }

    private void use(Position position, long when, Motion motion) {
        motion.follows = any;
        motion.since = at;
        if (any) {
            measure(position, when, motion);
        } else {
            begin(position, when);
        }
        any = true;
        at = when;
        latitude = position.latitude();
        longitude = position.longitude();
    }

    private void measure(Position position, long when, Motion motion) {
        if (motion.relocated) {
            begin(position, when);
            return;
        }
        var metres = metres(countedLatitude, countedLongitude, position);
        if (when - at > settings.gap().toMillis()) {
            motion.gap = true;
            motion.gapMetres = metres > settings.error() ? metres : 0;
            begin(position, when);
            return;
        }
        pace(position, when, motion);
        if (driven(metres, when, motion)) {
            motion.metres = metres;
            count(position, when);
        }
    }

    private void pace(Position position, long when, Motion motion) {
        var seen = pace.next(position, when);
        if (!motion.toldSpeed) {
            motion.speed = seen;
            motion.sureSpeed = pace.sure(seen);
        }
    }

    private boolean driven(double metres, long when, Motion motion) {
        if (motion.toldSpeed) {
            return motion.speed >= Motion.STANDING || metres >= TREMBLES;
        }
        return metres >= WANDERS || metres >= COUNTS && metres / (when - countedAt) * 3_600 >= WALK;
    }

    private void count(Position position, long when) {
        countedLatitude = position.latitude();
        countedLongitude = position.longitude();
        countedAt = when;
    }

    private void begin(Position position, long when) {
        count(position, when);
        pace.begin(position, when);
    }

    private static double metres(int latitude, int longitude, Position to) {
        return Earth.metres(latitude / 1e6, longitude / 1e6, to.latitude() / 1e6, to.longitude() / 1e6);
    }

    void write(ByteSink to) {
        to.flag(any).integer(at).integer(latitude).integer(longitude);
        to.integer(countedAt).integer(countedLatitude).integer(countedLongitude);
        to.integer(doubts).integer(doubtAt).integer(doubtLatitude).integer(doubtLongitude);
        pace.write(to);
        odometer.write(to);
    }

    void read(ByteSource from) {
        any = from.flag();
        at = from.integer();
        latitude = (int) from.integer();
        longitude = (int) from.integer();
        countedAt = from.integer();
        countedLatitude = (int) from.integer();
        countedLongitude = (int) from.integer();
        doubts = (int) from.integer();
        doubtAt = from.integer();
        doubtLatitude = (int) from.integer();
        doubtLongitude = (int) from.integer();
        pace.read(from);
        odometer.read(from);
    }
}

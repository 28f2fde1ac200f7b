package org.yiti.jt808.position;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.ValueKind;

/**
 * A position (clause 8.21): 28 bytes, then additional information.
 *
 * @param alarm bits, see {@link #alarms}
 * @param statusBits bits, see {@link #status}
 * @param latitude 10⁻⁶ degrees without a sign, which {@link #latitudeDegrees} takes from the status
 * @param longitude 10⁻⁶ degrees without a sign
 * @param altitude metres as they came, see {@link #altitudeMetres}
 * @param speed 0.1 km/h
 * @param direction degrees from north, clockwise
 * @param time of Beijing
 * @param extras additional information, in its order, repeated ids included
 * @param tail what follows and is none, as when an item is cut off: kept
 */
public record Location(
        long alarm,
        long statusBits,
        long latitude,
        long longitude,
        int altitude,
        int speed,
        int direction,
        BcdTime time,
        List<Extra> extras,
        Bytes tail) {

    public static final Kind<Location> KIND = Kind.of(0x0200, "位置信息汇报", "location report", Location::pass);

    /** Bytes without additional information. */
    public static final int BASIC = 28;

    private static final Meaning DIRECTION = Meaning.unit("°");

    public static Location pass(Pass<Location> p) {
        var basic = basic(p);
        var fixedTail = p.context().tailIsFixed();
        var extras = fixedTail ? List.<Extra>of() : p.list("位置附加信息", "extras", Location::extras, Extra::pass);
        var tail =
                fixedTail ? p.tagged(0, Family.FIXED_TAIL, Location::tail) : p.rest("截断的附加信息", "tail", Location::tail);
        return basic.with(extras, tail);
    }

    /** The 28 bytes alone, as multimedia messages carry them. */
    public static Location basic(Pass<Location> p) {
        var alarm = p.dword("报警标志", "alarm", Alarm.BITS, Location::alarm);
        var status = p.dword("状态", "statusBits", Status.BITS, Location::statusBits);
        return new Location(
                alarm,
                status,
                within(90, "latitude", p.dword("纬度", "latitude", Status.latitude(status), Location::latitude), p),
                within(180, "longitude", p.dword("经度", "longitude", Status.longitude(status), Location::longitude), p),
                p.word("高程", "altitude", Meaning.ALTITUDE, Location::altitude),
                p.word("速度", "speed", Meaning.TENTH_KMH, Location::speed),
                p.word("方向", "direction", DIRECTION, Location::direction),
                p.time("时间", "time", Location::time),
                List.of(),
                Bytes.NONE);
    }

    private static long within(int most, String key, long degrees, Pass<Location> p) {
        if (degrees > most * 1_000_000L) {
            p.deviates(Refusal.PLACE_IMPOSSIBLE, Map.of("field", key, "value", degrees));
        }
        return degrees;
    }

    public Location with(List<Extra> additional, Bytes behind) {
        return additional.isEmpty() && behind.isEmpty()
                ? this
                : new Location(
                        alarm, statusBits, latitude, longitude, altitude, speed, direction, time, additional, behind);
    }

    public Status status() {
        return new Status(statusBits);
    }

    public Set<Alarm> alarms(Version version) {
        return Alarm.of(alarm, version);
    }

    /** Degrees north; may lie beyond 90, as the terminal said it. */
    public double latitudeDegrees() {
        return (status().has(Status.SOUTH) ? -latitude : latitude) / 1e6;
    }

    /** Degrees east. */
    public double longitudeDegrees() {
        return (status().has(Status.WEST) ? -longitude : longitude) / 1e6;
    }

    /** The standard has no sign for places below the sea; terminals send two's complement. */
    public int altitudeMetres() {
        return (short) altitude;
    }

    /** The first additional information of that kind. */
    public <T> Optional<T> find(ValueKind<T> kind, Version version) {
        for (var extra : extras) {
            if (extra.id() == kind.id() && kind.fits(extra.value().length())) {
                return kind.read(extra.value(), version);
            }
        }
        return Optional.empty();
    }
}

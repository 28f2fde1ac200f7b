package org.yiti.jt808.parameter;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.ValueKind;

/** What parameters are. Those a platform sets most have a name here; {@link #ALL} has all of them, by id. */
public final class Parameters {

    public static final ValueKind<Long> HEARTBEAT_INTERVAL = dword(0x0001);
    public static final ValueKind<Text> MAIN_SERVER = text(0x0013);
    public static final ValueKind<Text> BACKUP_SERVER = text(0x0017);
    public static final ValueKind<Long> TCP_PORT = dword(0x0018);
    /** 0 by time, 1 by distance, 2 both. */
    public static final ValueKind<Long> REPORT_STRATEGY = dword(0x0020);

    public static final ValueKind<Long> REPORT_INTERVAL_ASLEEP = dword(0x0027);
    public static final ValueKind<Long> REPORT_INTERVAL_IN_EMERGENCY = dword(0x0028);
    public static final ValueKind<Long> REPORT_INTERVAL = dword(0x0029);
    public static final ValueKind<Long> REPORT_DISTANCE = dword(0x002C);
    public static final ValueKind<Long> CORNER_ANGLE = dword(0x0030);
    public static final ValueKind<Long> ALARM_MASK = dword(0x0050);
    public static final ValueKind<Long> KEY_ALARMS = dword(0x0054);
    public static final ValueKind<Long> MAX_SPEED = dword(0x0055);
    public static final ValueKind<Long> OVERSPEED_DURATION = dword(0x0056);
    /** 0.1 km. */
    public static final ValueKind<Long> ODOMETER = dword(0x0080);

    public static final ValueKind<Integer> PROVINCE = word(0x0081);
    public static final ValueKind<Integer> CITY = word(0x0082);
    public static final ValueKind<Text> PLATE = text(0x0083);
    public static final ValueKind<Integer> PLATE_COLOR = octet(0x0084);
    /** Bit 0 GPS, 1 BeiDou, 2 GLONASS, 3 Galileo. */
    public static final ValueKind<Integer> GNSS_MODE = octet(0x0090);

    public static final List<ValueKind<?>> ALL = Stream.of(ParameterTable.KINDS, VideoParameters.KINDS)
            .<ValueKind<?>>flatMap(List::stream)
            .toList();

    private Parameters() {}

    public static ValueKind<Integer> octet(long id, String zh, String key, Meaning meaning) {
        return of(id, zh, key, length -> length == 1, p -> p.octet(zh, key, meaning, Integer::intValue));
    }

    public static ValueKind<Integer> word(long id, String zh, String key, Meaning meaning) {
        return of(id, zh, key, length -> length == 2, p -> p.word(zh, key, meaning, Integer::intValue));
    }

    public static ValueKind<Long> dword(long id, String zh, String key, Meaning meaning) {
        return of(id, zh, key, length -> length == 4, p -> p.dword(zh, key, meaning, Long::longValue));
    }

    public static ValueKind<Text> text(long id, String zh, String key) {
        return of(id, zh, key, length -> true, p -> p.text(zh, key, it -> it));
    }

    public static ValueKind<Bytes> bytes(long id, String zh, String key, int length) {
        return of(id, zh, key, has -> has == length, p -> p.rest(zh, key, it -> it));
    }

    public static <T> ValueKind<T> of(long id, String zh, String key, LongPredicate fits, Layout<T> layout) {
        return new ValueKind<>(Family.PARAMETER, id, zh, key, fits, layout);
    }

    private static ValueKind<Long> dword(long id) {
        return found(id);
    }

    private static ValueKind<Integer> word(long id) {
        return found(id);
    }

    private static ValueKind<Integer> octet(long id) {
        return found(id);
    }

    private static ValueKind<Text> text(long id) {
        return found(id);
    }

    @SuppressWarnings("unchecked")
    private static <T> ValueKind<T> found(long id) {
        return (ValueKind<T>) ParameterTable.KINDS.stream()
                .filter(kind -> kind.id() == id)
                .findFirst()
                .orElseThrow();
    }
}

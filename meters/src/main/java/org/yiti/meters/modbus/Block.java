package org.yiti.meters.modbus;

import static org.yiti.meters.MeterRefusal.REGISTER_OUTSIDE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;

/** One read, and the points that lie in it. */
public record Block(Pdu.Read read, List<Point> points) {

    static Block of(List<Point> points) {
        var first = points.get(0);
        var end = points.stream().mapToInt(Point::end).max().orElseThrow();
        return new Block(new Pdu.Read(first.function(), first.address(), end - first.address()), List.copyOf(points));
    }

    /** The points' values out of the reply. */
    public List<Value> values(Pdu.Values reply) {
        return points.stream().map(point -> value(point, reply)).toList();
    }

    private Value value(Point point, Pdu.Values reply) {
        var from = point.address() - read.address();
        if (point.kind() == Kind.BIT) {
            return new Value(point, reply.bit(from) ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        var to = from + point.kind().registers();
        if (to > reply.registers()) {
            throw new MeterRefused(REGISTER_OUTSIDE, Map.of("register", point.address()));
        }
        var raw = point.kind().read(point.order().straight(reply.data().slice(2 * from, 2 * to)));
        return new Value(point, raw == null || isInvalid(point, raw) ? null : raw.multiply(point.scale()));
    }

    private static boolean isInvalid(Point point, BigDecimal raw) {
        return point.invalid() != null && raw.compareTo(point.invalid()) == 0;
    }

    /** What a point reads; none where the device has no value for it. */
    public record Value(Point point, @Nullable BigDecimal number) {}
}

package org.yiti.jt808.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Explanation;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Refused;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Explained.Shape;

/** What was explained, as the order that makes the same frame again: see {@link Order}. */
final class Values {

    private Values() {}

    /** By the values of its fields; where they alone would not make the same frame, by the bytes of its body. */
    static Map<String, Object> order(Jt808 jt808, Explanation explained, Bytes content) {
        var byFields = byFields(jt808, explained);
        var same = Frames.wrap(content.toArray(), jt808.dialect().framing());
        try {
            var frames = Order.frames(byFields, jt808, explained.version());
            if (explained.problem() == null && frames.size() == 1 && Arrays.equals(frames.get(0), same)) {
                return byFields;
            }
        } catch (Refused unfit) {
            // A package, an encrypted body, one that was cut off: no values make it.
        }
        var byBytes = head(jt808, explained);
        explained.header().stream()
                .filter(field -> List.of("attributes", "protocolVersion", "total", "number")
                        .contains(field.key()))
                .forEach(field -> byBytes.put(field.key(), field.value()));
        byBytes.put("hex", jt808.packet(content).body().hex());
        return byBytes;
    }

    static Map<String, Object> byFields(Jt808 jt808, Explanation explained) {
        var order = head(jt808, explained);
        order.put("body", object(explained.body()));
        return order;
    }

    private static Map<String, Object> head(Jt808 jt808, Explanation explained) {
        var order = new LinkedHashMap<String, Object>();
        var kind = explained.kind();
        order.put("id", kind == null ? "" : kind.hex());
        order.put("version", explained.version().year());
        if (!jt808.dialect().equals(Dialect.STANDARD)) {
            order.put("dialect", jt808.dialect().name());
        }
        for (var field : explained.header()) {
            if (field.key().equals("phone") || field.key().equals("serial")) {
                order.put(field.key(), field.value());
            }
        }
        return order;
    }

    private static Map<String, Object> object(List<Explained> fields) {
        var object = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            if (field.tagged()) {
                object.put("hex", field.raw().hex());
            } else {
                object.put(field.key(), value(field));
            }
        }
        return object;
    }

    private static Object value(Explained field) {
        if (!field.isGroup()) {
            return field.value();
        }
        return field.shape() == Shape.LIST
                ? field.parts().stream().map(Values::value).toList()
                : object(field.parts());
    }
}

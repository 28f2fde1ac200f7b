package org.yiti.jt808.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiti.jt808.Explanation;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Explained;

/** What was explained, as the order that would make it again: see {@link Order}. */
final class Values {

    private Values() {}

    static Map<String, Object> order(Explanation explained, Kind<?> kind) {
        var order = new LinkedHashMap<String, Object>();
        order.put("id", kind.hex());
        order.put("version", explained.version().year());
        for (var field : explained.header()) {
            if (field.key().equals("phone") || field.key().equals("serial")) {
                order.put(field.key(), field.value());
            }
        }
        order.put("body", object(explained.body()));
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
        if (field.parts().isEmpty()) {
            return field.value();
        }
        return field.parts().get(0).key().equals("1")
                ? field.parts().stream().map(Values::value).toList()
                : object(field.parts());
    }
}

package org.yiti.jt808.command;

import java.util.Map;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;

/**
 * The frame that is asked for: {@code {"id": "0x8300", "version": "2019", "phone": "13800138000", "serial": 1, "body":
 * {…}}}; keys of the body are those an explanation shows.
 */
final class Order {

    private Order() {}

    static int id(Map<String, Object> order) {
        var id = number(order, "id");
        if (id < 0 || id > 0xffff) {
            throw unfit("id", id);
        }
        return (int) id;
    }

    static Version version(Map<String, Object> order, Version otherwise) {
        var year = order.get("version");
        if (year == null) {
            return otherwise;
        }
        try {
            return Version.valueOf("V" + year);
        } catch (IllegalArgumentException unknown) {
            throw unfit("version", year);
        }
    }

    /** Zeros in front fill the room there is. */
    static String phone(Map<String, Object> order, Version version) {
        var phone = order.getOrDefault("phone", "0").toString();
        var room = version == Version.V2019 ? 20 : 12;
        return phone.length() < room ? "0".repeat(room - phone.length()) + phone : phone;
    }

    static int serial(Map<String, Object> order) {
        return order.containsKey("serial") ? (int) number(order, "serial") & 0xffff : 0;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> body(Map<String, Object> order) {
        return order.get("body") instanceof Map<?, ?> body ? (Map<String, Object>) body : Map.of();
    }

    private static long number(Map<String, Object> order, String key) {
        var value = order.get(key);
        if (value == null) {
            throw new Refused(Refusal.JSON_FIELD_ABSENT, 0, Map.of("field", key));
        }
        try {
            return Long.decode(value.toString());
        } catch (NumberFormatException unfit) {
            throw unfit(key, value);
        }
    }

    private static Refused unfit(String key, Object value) {
        return new Refused(Refusal.JSON_VALUE_UNFIT, 0, Map.of("field", key, "value", value));
    }
}

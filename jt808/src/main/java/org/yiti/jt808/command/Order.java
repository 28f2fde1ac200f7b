package org.yiti.jt808.command;

import java.util.List;
import java.util.Map;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Dialects;
import org.yiti.jt808.Header;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;

/**
 * The frame that is asked for: {@code {"id": "0x8300", "version": "2019", "phone": "13800138000", "serial": 1, "body":
 * {…}}}; keys of the body are those an explanation shows; {@code "dialect"} where it is not the standard. With {@code "hex"} in place of the body its bytes are given, and
 * {@code attributes}, {@code protocolVersion}, {@code total} and {@code number} as the header is to have them.
 */
final class Order {

    private static final int VERSIONED = 1 << 14;
    private static final int LENGTH = 0x3ff;

    private Order() {}

    /** The frames of an order; its own edition counts, then the other one. */
    static List<byte[]> frames(Map<String, Object> order, Jt808 jt808, Version otherwise) {
        var version = version(order, otherwise);
        return order.get("hex") instanceof String hex
                ? List.of(jt808.encode(packet(order, Bytes.ofHex(hex), version, jt808)))
                : jt808.encode(id(order), body(order), version, phone(order, version, jt808), serial(order));
    }

    /** The dialect it names, or the standard. */
    static Dialect dialect(Map<String, Object> order) {
        var name = order.getOrDefault("dialect", Dialect.STANDARD.name());
        return Dialects.named(name.toString()).orElseThrow(() -> unfit("dialect", name));
    }

    private static Packet packet(Map<String, Object> order, Bytes body, Version version, Jt808 jt808) {
        var usual = (version == Version.V2019 ? VERSIONED : 0) | Math.min(LENGTH, body.length());
        var attributes = order.containsKey("attributes") ? small(order, "attributes") : usual;
        var versioned = (attributes & VERSIONED) != 0;
        var header = new Header(
                id(order),
                attributes,
                order.containsKey("protocolVersion") ? small(order, "protocolVersion") : versioned ? 1 : 0,
                phone(order, versioned ? Version.V2019 : Version.V2013, jt808),
                serial(order),
                order.containsKey("total") ? small(order, "total") : 0,
                order.containsKey("number") ? small(order, "number") : 0);
        return new Packet(header, body);
    }

    private static int small(Map<String, Object> order, String key) {
        var value = number(order, key);
        if (value < 0 || value > 0xffff) {
            throw unfit(key, value);
        }
        return (int) value;
    }

    private static int id(Map<String, Object> order) {
        var id = number(order, "id");
        if (id < 0 || id > 0xffff) {
            throw unfit("id", id);
        }
        return (int) id;
    }

    private static Version version(Map<String, Object> order, Version otherwise) {
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
    private static String phone(Map<String, Object> order, Version version, Jt808 jt808) {
        var phone = order.getOrDefault("phone", "0").toString();
        var room = version == Version.V2019 ? 20 : 2 * jt808.dialect().phoneBytes();
        return phone.length() < room ? "0".repeat(room - phone.length()) + phone : phone;
    }

    private static int serial(Map<String, Object> order) {
        return order.containsKey("serial") ? (int) number(order, "serial") & 0xffff : 0;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Map<String, Object> order) {
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

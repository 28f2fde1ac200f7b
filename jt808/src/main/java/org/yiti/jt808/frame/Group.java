package org.yiti.jt808.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.jt808.Header;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Output;

/** Packages of one message that have come so far. */
final class Group {

    private final Header first;
    private final Map<Integer, Bytes> parts = new HashMap<>();
    private int bytes;
    private long touched;
    private int asked;

    Group(Header header) {
        this.first = header;
    }

    /** How many bytes it holds more than before; a package that is there already is no news. */
    int put(Packet packet, long nowMillis) {
        touched = nowMillis;
        if (parts.putIfAbsent(packet.header().number(), packet.body()) != null) {
            return 0;
        }
        asked = 0;
        bytes += packet.body().length();
        return packet.body().length();
    }

    boolean isWhole() {
        return parts.size() == first.total();
    }

    Packet packet() {
        var out = new Output();
        for (var number = 1; number <= first.total(); number++) {
            out.put(parts.getOrDefault(number, Bytes.NONE));
        }
        return new Packet(first.whole(out.size()), Bytes.of(out.toArray()));
    }

    List<Integer> missing() {
        var missing = new ArrayList<Integer>();
        for (var number = 1; number <= first.total(); number++) {
            if (!parts.containsKey(number)) {
                missing.add(number);
            }
        }
        return missing;
    }

    int ask(long nowMillis) {
        touched = nowMillis;
        return ++asked;
    }

    Assembled.GivenUp givenUp(Refusal why, Map<String, ?> facts) {
        return new Assembled.GivenUp(first.id(), first.firstSerial(), why, facts);
    }

    int id() {
        return first.id();
    }

    int firstSerial() {
        return first.firstSerial();
    }

    int total() {
        return first.total();
    }

    int bytes() {
        return bytes;
    }

    long touched() {
        return touched;
    }
}

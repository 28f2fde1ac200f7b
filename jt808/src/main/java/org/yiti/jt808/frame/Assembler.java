package org.yiti.jt808.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Header;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Tolerance;

/**
 * Puts packages of one connection together (clause 4.4.3, package item), in any order, twice or not. What is held is
 * bounded in number, bytes and age, whatever a peer claims. Takes the time from its caller. Not for two threads at once.
 *
 * <p>Packages belong together when id and first serial (serial − number + 1, of 16 bits) agree; two uploads at once do not
 * mix. For terminals that repeat one serial in all packages there is {@link Tolerance#SERIAL_REPEATED}.
 */
public final class Assembler {

    /**
     * What may be held.
     *
     * @param packages of one message
     * @param groups messages at once
     * @param bytes of all of them
     * @param patienceMillis before what is missing is overdue
     * @param requests for what is missing before it is given up
     */
    public record Limits(int packages, int groups, int bytes, long patienceMillis, int requests) {

        public static final Limits USUAL = new Limits(1024, 4, 2 << 20, 20_000, 3);
    }

    private final Limits limits;
    private final boolean serialsRepeat;
    /** By id and first serial, the longest known first. */
    private final Map<Long, Group> groups = new LinkedHashMap<>();

    private int bytes;

    public Assembler(Dialect dialect) {
        this(dialect, Limits.USUAL);
    }

    public Assembler(Dialect dialect, Limits limits) {
        this.limits = limits;
        this.serialsRepeat = dialect.tolerates(Tolerance.SERIAL_REPEATED);
    }

    /** What that packet completes, leaves open or puts an end to; the last of the list is about the packet itself. */
    public List<Assembled> offer(Packet packet, long nowMillis) {
        var header = packet.header();
        if (!header.isInPackages()) {
            return List.of(new Assembled.Whole(packet, header));
        }
        if (header.total() > limits.packages) {
            return List.of(
                    refused(header, Refusal.PACKAGES_TOO_MANY, "total", header.total(), "most", limits.packages));
        }
        var told = new ArrayList<Assembled>();
        var key = key(header);
        var group = groups.get(key);
        if (group != null && group.total() != header.total()) {
            drop(key);
            told.add(refused(header, Refusal.PACKAGES_CHANGED, "total", header.total(), "before", group.total()));
            return told;
        }
        if (group == null) {
            makeRoom(told);
            group = new Group(header);
            groups.put(key, group);
        }
        bytes += group.put(packet, nowMillis);
        told.add(state(key, group, header));
        return told;
    }

    private Assembled state(long key, Group group, Header header) {
        if (group.isWhole()) {
            drop(key);
            return new Assembled.Whole(group.packet(), header);
        }
        if (bytes > limits.bytes) {
            drop(key);
            return refused(header, Refusal.PACKAGES_TOO_LARGE, "most", limits.bytes, "has", group.bytes());
        }
        return new Assembled.Waiting(header.id(), group.firstSerial(), group.missing());
    }

    /** What is overdue now; to be asked every few seconds. What stays overdue is given up in the end. */
    public List<Assembled> overdue(long nowMillis) {
        var told = new ArrayList<Assembled>();
        for (var key : List.copyOf(groups.keySet())) {
            var group = groups.get(key);
            if (group == null || nowMillis - group.touched() < limits.patienceMillis) {
                continue;
            }
            if (group.ask(nowMillis) > limits.requests) {
                drop(key);
                told.add(group.givenUp(Refusal.PACKAGES_EXPIRED, Map.of("missing", group.missing())));
            } else {
                told.add(new Assembled.Overdue(group.id(), group.firstSerial(), group.missing()));
            }
        }
        return told;
    }

    /** Bytes that wait to be put together. */
    public int pending() {
        return bytes;
    }

    private void makeRoom(List<Assembled> told) {
        if (groups.size() == limits.groups) {
            var oldest = groups.keySet().iterator().next();
            var group = groups.get(oldest);
            drop(oldest);
            if (group != null) {
                told.add(group.givenUp(Refusal.GROUPS_TOO_MANY, Map.of("most", limits.groups)));
            }
        }
    }

    private void drop(long key) {
        var group = groups.remove(key);
        bytes -= group == null ? 0 : group.bytes();
    }

    private long key(Header header) {
        return (long) header.id() << 32 | (serialsRepeat ? header.total() : header.firstSerial());
    }

    private static Assembled refused(Header header, Refusal why, String one, Object first, String two, Object second) {
        return new Assembled.GivenUp(header.id(), header.firstSerial(), why, Map.of(one, first, two, second));
    }
}

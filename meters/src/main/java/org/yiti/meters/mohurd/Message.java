package org.yiti.meters.mohurd;

import java.time.LocalDateTime;
import java.util.List;

/** What collector and centre say to each other: {@code root/common} and one element with an operation. */
public sealed interface Message {

    Common common();

    /** ↑ The first thing a collector says. */
    record Request(Common common) implements Message {}

    /** ↓ A random text, for this connection only. */
    record Sequence(Common common, String sequence) implements Message {}

    /** ↑ That it knows the key. */
    record Md5(Common common, String md5) implements Message {}

    /** ↓ */
    record Result(Common common, boolean pass) implements Message {}

    /** ↑ */
    record HeartBeat(Common common) implements Message {}

    /** ↓ The collector sets its clock by it. */
    record Time(Common common, LocalDateTime time) implements Message {}

    /** ↓ What do your meters say now? */
    record Query(Common common) implements Message {}

    /**
     * ↑ Readings: asked for, on schedule, or made up after an outage.
     *
     * @param parsed whether the collector has understood the meters itself
     * @param current of {@code total} packets, from one
     */
    record Data(
            Common common,
            Occasion occasion,
            String sequence,
            boolean parsed,
            LocalDateTime time,
            int total,
            int current,
            List<Collected> readings)
            implements Message {

        /** Each is an operation of the element {@code data}. */
        public enum Occasion {
            REPLY,
            REPORT,
            CONTINUOUS
        }
    }

    /** ↓ This packet of what was made up is stored. */
    record ContinuousAck(Common common, String sequence, int current) implements Message {}

    /** ↓ Report every so many minutes. */
    record Period(Common common, int minutes) implements Message {}

    /** ↑ */
    record PeriodAck(Common common) implements Message {}

    /**
     * Anything else, among it what makers have added (remote reboot, file transfer, even SQL); told, never acted upon.
     *
     * @param operation empty where it has none
     */
    record Other(Common common, String element, String operation) implements Message {}

    /** Refused where it is not formed so. */
    static Message parse(String xml) {
        return MessageReader.read(Xml.read(xml));
    }

    default String xml() {
        return Xml.write(MessageWriter.node(this));
    }
}

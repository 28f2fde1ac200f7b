package org.yiti.simulator;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yiti.simulator.mishap.Shares;

/** What was asked for, as NAME=VALUE. */
final class Settings {

    /** Every name, what it means if nobody says, and in a word what it is. */
    private static final Map<String, String[]> KNOWN = new LinkedHashMap<>();

    static {
        know("TERMINALS", "10", "terminals in vehicles");
        know("METERS", "10", "meters");
        know("GATEWAY", "127.0.0.1:7611", "where terminals call (YITI_JT808_PORT of the server)");
        know("HOUSE", "http://127.0.0.1:8080", "the server: its inventory, and where readings are brought");
        know("TOKEN", "", "a token of it (YITI_TOKEN); a demonstration needs none");
        know("PHONES", "", "CSV of terminals (phone, plate) instead of the inventory");
        know("METER_LIST", "", "CSV of meters (code, unit) instead of the inventory");
        know("TRACKS", "", "CSV or GPX, a file or a folder; a town that does not exist if none");
        know("CURVES", "", "CSV of consumption, a column a meter; as each consumed in its last weeks if none");
        know("MQTT", "", "mqtt://user:password@host:1883 for readings; by HTTP if none");
        know("NAME", "simulator", "of the meters' gateway");
        know("SEED", "1", "the same seed drives, and fails, in the same way");
        know("SPEED", "1", "how many times as fast as the clock the past is told; max for as fast as can be");
        know("FROM", "", "when it begins, 2026-11-28T08:00:00+08:00; now, or a day ago where SPEED is not 1");
        know("INTERVAL", "10", "seconds between two positions");
        know("METER_INTERVAL", "60", "seconds between two readings");
        know("DROP", "0", "share that is never told");
        know("DUPLICATE", "0", "share that is told twice");
        know("DELAY", "0", "share that is told late, ten together");
        know("REORDER", "0", "share that is told after the next");
        know("RECONNECT", "0", "share behind which the connection breaks");
        know("SKEW", "0", "seconds by which clocks are off at most");
        know("EDITION", "mixed", "2013, 2019 or mixed");
        know(
                "TOWN",
                "",
                "latitude,longitude of the town, where no tracks are given; where the vehicles are kept if none");
        know("BATCH", "1", "positions in one message, 10 at most");
        know("WINDOW", "32", "messages of a terminal that may wait for acknowledgement");
        know("FOR", "0", "seconds; 0 until Ctrl-C");
        know("KEEP", "target/simulate", "folder of authentication codes and the journal");
    }

    private static void know(String name, String usual, String words) {
        KNOWN.put(name, new String[] {usual, words});
    }

    private final Map<String, String> given = new LinkedHashMap<>();

    Settings(String[] arguments) {
        KNOWN.forEach((name, usual) -> given.put(name, usual[0]));
        Optional.ofNullable(System.getenv("YITI_TOKEN")).ifPresent(token -> given.put("TOKEN", token));
        Optional.ofNullable(System.getenv("YITI_JT808_PORT"))
                .ifPresent(port -> given.put("GATEWAY", "127.0.0.1:" + port));
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2 || !KNOWN.containsKey(parts[0])) {
                throw new IllegalArgumentException("Not understood: " + argument + "\n\n" + words());
            }
            given.put(parts[0], parts[1].strip());
        }
    }

    static String words() {
        var words = new StringBuilder("make simulate NAME=VALUE …, or bin/simulate NAME=VALUE …\n\n");
        KNOWN.forEach((name, usual) -> words.append(
                "  %-15s %s%s%n".formatted(name, usual[1], usual[0].isEmpty() ? "" : " (" + usual[0] + ")")));
        return words.toString();
    }

    String text(String name) {
        return given.getOrDefault(name, "");
    }

    Optional<String> named(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    int number(String name) {
        return (int) decimal(name);
    }

    double decimal(String name) {
        try {
            var value = Double.parseDouble(text(name));
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw new IllegalArgumentException(name + " is a number of 0 or more, and not " + text(name));
    }

    /** Latitude and longitude. */
    Optional<double[]> place(String name) {
        return named(name).map(text -> {
            if (!text.matches("-?\\d{1,2}(\\.\\d+)?,\\s*-?\\d{1,3}(\\.\\d+)?")) {
                throw new IllegalArgumentException(name + " is latitude,longitude, and not " + text);
            }
            return Arrays.stream(text.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        });
    }

    Shares shares() {
        return new Shares(
                decimal("DROP"), decimal("DUPLICATE"), decimal("DELAY"), decimal("REORDER"), decimal("RECONNECT"));
    }

    /** @param now second of the epoch */
    SimulatedTime time(long now) {
        var asFastAsCanBe = text("SPEED").equals("max");
        var speed = asFastAsCanBe ? Double.POSITIVE_INFINITY : decimal("SPEED");
        var from = named("FROM").map(text -> OffsetDateTime.parse(text).toEpochSecond());
        return new SimulatedTime(from.orElse(speed == 1 ? now : now - 86_400), speed);
    }
}

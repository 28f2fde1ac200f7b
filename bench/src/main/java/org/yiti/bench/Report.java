package org.yiti.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** What a measurement found, line by line, beside the goal where there is one. */
final class Report {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final String bench;

    Report(String bench) {
        this.bench = bench;
    }

    void machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        line("date", LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")));
        line(
                "machine",
                "%d cores, %d GiB, JDK %s, load %.1f"
                        .formatted(
                                system.getAvailableProcessors(),
                                Math.round(system.getTotalMemorySize() / 1073741824.0),
                                System.getProperty("java.version"),
                                system.getSystemLoadAverage()));
    }

    void line(String name, Object value) {
        OUT.println(bench + "." + name + ": " + value);
    }

    void figure(String name, double value, String unit) {
        line(
                name,
                String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%,.0f %s", value, unit)
                        .strip());
    }

    void goal(String name, double value, String unit, String goal, boolean met) {
        line(
                name,
                String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%,.0f %s", value, unit)
                                .strip() + " (goal " + goal + ", " + (met ? "met" : "MISSED") + ")");
    }

    /** The value that a share of all values does not exceed. */
    static double percentile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}

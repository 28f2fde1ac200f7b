package org.yiti.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** One question of somebody over HTTP, and how long they waited for the whole answer. */
record Asked(String account, String path, double millis) {

    private static final double GOAL = 100;
    private static final int SLOWEST_SHOWN = 12;

    static Asked of(Browser browser, String account, String path) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var answer = browser.fetch(path);
        var millis = (System.nanoTime() - begun) / 1e6;
        // Somebody may ask for a unit outside their scope: that is an answer too.
        if (answer.statusCode() != 200 && answer.statusCode() != 404) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return new Asked(account, path, millis);
    }

    static void tell(Report report, String name, List<Asked> asked) {
        var millis = asked.stream().mapToDouble(Asked::millis).toArray();
        var p99 = Report.percentile(millis, 0.99);
        report.line(name + ".requests", asked.size());
        report.figure(name + ".p50", Report.percentile(millis, 0.5), "ms");
        report.figure(name + ".p95", Report.percentile(millis, 0.95), "ms");
        report.goal(name + ".p99", p99, "ms", "< 100 ms", p99 < GOAL);
        report.figure(name + ".slowest", Report.percentile(millis, 1), "ms");
        asked.stream()
                .sorted(Comparator.comparingDouble(Asked::millis).reversed())
                .limit(SLOWEST_SHOWN)
                .filter(slow -> slow.millis() > GOAL / 2)
                .forEach(slow -> report.line(
                        name + ".slow", "%.0f ms %s %s".formatted(slow.millis(), slow.account(), slow.path())));
    }
}

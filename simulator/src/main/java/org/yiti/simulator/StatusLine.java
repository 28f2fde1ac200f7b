package org.yiti.simulator;

import java.io.PrintStream;
import java.util.Locale;

/** How it goes, once a second; on one line where somebody looks at it, and every ten seconds where nobody does. */
final class StatusLine {

    private static final int SELDOM = 10;

    private final PrintStream out;
    private final Statistics statistics;
    private final Journal journal;
    private final boolean watched = System.console() != null;
    private final long begun = System.nanoTime();
    private long acknowledged;
    private long toldAt = begun;
    private int seconds;

    StatusLine(PrintStream out, Statistics statistics, Journal journal) {
        this.out = out;
        this.statistics = statistics;
        this.journal = journal;
    }

    void tell(boolean last) {
        journal.flush();
        if (!watched && !last && ++seconds % SELDOM != 0) {
            return;
        }
        var now = System.nanoTime();
        var all = statistics.acknowledged.sum();
        var latencies = statistics.latencies();
        out.printf(
                Locale.ROOT,
                "%s%,6d s  %d connected  %,d told  %,d acknowledged (%,.0f/s)  p50 %.1f p99 %.1f ms  %,d reconnects  %,d refused%s",
                watched ? "\r" : "",
                (now - begun) / 1_000_000_000,
                statistics.connected.sum(),
                statistics.told.sum(),
                all,
                (all - acknowledged) / ((now - toldAt) / 1e9),
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                statistics.reconnects.sum(),
                statistics.refused.sum(),
                watched && !last ? "\u001b[K" : "\n");
        out.flush();
        acknowledged = all;
        toldAt = now;
    }
}

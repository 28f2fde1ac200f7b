package org.yiti.simulator.terminal;

/** A report until it is acknowledged, and once it is: told twice, it is acknowledged once. */
final class Pending {

    private final Report report;
    private boolean acknowledged;

    Pending(Report report) {
        this.report = report;
    }

    Report report() {
        return report;
    }

    /** @return whether it was not before */
    boolean acknowledge() {
        var first = !acknowledged;
        acknowledged = true;
        return first;
    }

    boolean isAcknowledged() {
        return acknowledged;
    }
}

package org.yiti.simulator.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiti.simulator.mishap.Step;

/** What a terminal keeps until the house has acknowledged it, as the standard asks of it. */
final class Outbox {

    private record Sent(Step.Tell<Pending> what, long nanos) {}

    private final Deque<Step<Pending>> waiting = new ArrayDeque<>();
    private final Map<Integer, Sent> inFlight = new LinkedHashMap<>();

    void add(List<Step<Pending>> steps) {
        waiting.addAll(steps);
    }

    @Nullable
    Step<Pending> next() {
        return waiting.poll();
    }

    /** The next, if it is something told in time. */
    Step.@Nullable Tell<Pending> nextInTime() {
        if (waiting.peek() instanceof Step.Tell<Pending> tell && !tell.late()) {
            waiting.remove();
            return tell;
        }
        return null;
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    int inFlight() {
        return inFlight.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty() && inFlight.isEmpty();
    }

    void sent(int serial, Step.Tell<Pending> what, long nanos) {
        inFlight.put(serial, new Sent(what, nanos));
    }

    /** @return what that message told and how long ago; null when nothing of that serial is awaited */
    @Nullable
    Answered answered(int serial, long nanos) {
        var sent = inFlight.remove(serial);
        return sent == null ? null : new Answered(sent.what().told(), nanos - sent.nanos());
    }

    record Answered(List<Pending> told, long nanos) {}

    /** Nanoseconds for which the oldest message has not been answered. */
    long oldest(long nanos) {
        return inFlight.isEmpty()
                ? 0
                : nanos
                        - Objects.requireNonNull(inFlight.values().iterator().next())
                                .nanos();
    }

    /** The connection is gone: what was not acknowledged is told again, before everything else. */
    void again() {
        var lost = new ArrayList<Step<Pending>>();
        for (var sent : inFlight.values()) {
            if (!sent.what().told().stream().allMatch(Pending::isAcknowledged)) {
                lost.add(sent.what());
            }
        }
        inFlight.clear();
        for (var i = lost.size() - 1; i >= 0; i--) {
            waiting.addFirst(lost.get(i));
        }
    }
}

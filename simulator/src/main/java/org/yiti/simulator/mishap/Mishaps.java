package org.yiti.simulator.mishap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one device has to tell, and what becomes of it on the way: a pure function of seed and number. Nothing is lost but
 * what was drawn to be dropped. Not for two threads at once.
 */
public final class Mishaps<T> {

    /** So many are held back together at most, and for so many more to come. */
    static final int MOST_HELD = 10;

    private final Lot lot;
    private final List<T> held = new ArrayList<>(0);
    private @Nullable T overtaken;
    private long number;
    private long heldSince;

    public Mishaps(long seed, Shares shares) {
        this.lot = new Lot(seed, shares);
    }

    /** What is done now that there is one more to tell. */
    public List<Step<T>> tell(T next) {
        var n = number++;
        var steps = new ArrayList<Step<T>>(2);
        switch (lot.of(n)) {
            case DROPPED -> {}
            case DELAYED -> hold(n, next);
            case REORDERED -> {
                if (overtaken == null) {
                    overtaken = next;
                } else {
                    say(steps, next);
                }
            }
            case DUPLICATED -> {
                say(steps, next);
                say(steps, next);
            }
            case RECONNECTED -> {
                say(steps, next);
                steps.add(new Step.HangUp<>());
            }
            case SPARED -> say(steps, next);
        }
        if (held.size() == MOST_HELD || n - heldSince >= MOST_HELD) {
            backfill(steps);
        }
        return steps;
    }

    private void hold(long n, T next) {
        heldSince = held.isEmpty() ? n : heldSince;
        held.add(next);
    }

    private void say(List<Step<T>> steps, T next) {
        steps.add(new Step.Tell<>(List.of(next), false));
        if (overtaken != null) {
            steps.add(new Step.Tell<>(List.of(overtaken), false));
            overtaken = null;
        }
    }

    private void backfill(List<Step<T>> steps) {
        if (!held.isEmpty()) {
            steps.add(new Step.Tell<>(List.copyOf(held), true));
            held.clear();
        }
    }

    /** What is still held back, at the end. */
    public List<Step<T>> end() {
        var steps = new ArrayList<Step<T>>(2);
        if (overtaken != null) {
            steps.add(new Step.Tell<>(List.of(overtaken), false));
            overtaken = null;
        }
        backfill(steps);
        return steps;
    }
}

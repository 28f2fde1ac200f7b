package org.yiti.identity;

import java.util.function.Supplier;

/**
 * Work that asks the database as the house although somebody acts: where what may be told of the answer is decided in
 * code, or where a rule must see what nobody may be shown. Every use says why, and stands in {@code
 * docs/operate/row-security.md}.
 */
public final class Unscoped {

    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private Unscoped() {}

    /** @param reason for whoever reads the code */
    public static <T> T because(String reason, Supplier<T> work) {
        DEPTH.set(DEPTH.get() + 1);
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    public static void run(String reason, Runnable work) {
        because(reason, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    private static void leave() {
        var depth = DEPTH.get() - 1;
        if (depth == 0) {
            DEPTH.remove();
        } else {
            DEPTH.set(depth);
        }
    }

    public static boolean isOn() {
        return DEPTH.get() > 0;
    }
}

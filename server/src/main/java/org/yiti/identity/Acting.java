package org.yiti.identity;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** On whose behalf, and in which import, this thread acts. The life line takes it from here. */
public final class Acting {

    private record Act(
            Account account,
            @Nullable UUID importId,
            @Nullable String note) {}

    private static final ThreadLocal<@Nullable Act> ACT = new ThreadLocal<>();

    private static final ThreadLocal<@Nullable String> CAUSE = new ThreadLocal<>();

    private Acting() {}

    public static <T> T as(Account account, @Nullable UUID importId, @Nullable String note, Supplier<T> work) {
        var before = ACT.get();
        ACT.set(new Act(account, importId, note));
        try {
            return work.get();
        } finally {
            ACT.set(before);
        }
    }

    public static void as(Account account, Runnable work) {
        as(account, null, null, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Work of the house that follows from what somebody did, on another thread: it is done with the rights of the house, and
     * told of as its own on their behalf.
     *
     * @param account whose act it follows from
     */
    public static void following(@Nullable String account, Runnable work) {
        var before = CAUSE.get();
        CAUSE.set(account);
        try {
            work.run();
        } finally {
            CAUSE.set(before);
        }
    }

    /** From whose act the work of this thread follows, where nobody acts on it. */
    public static @Nullable String cause() {
        return CAUSE.get();
    }

    public static @Nullable Account account() {
        var act = ACT.get();
        return act == null ? null : act.account();
    }

    public static @Nullable UUID importId() {
        var act = ACT.get();
        return act == null ? null : act.importId();
    }

    public static @Nullable String note() {
        var act = ACT.get();
        return act == null ? null : act.note();
    }
}

package org.yiti.jt808;

import java.util.Set;
import org.yiti.jt808.layout.Layout;

/**
 * A message id with its layout: what a body of it is called, since when and until when the standard has it. A terminal of
 * another edition may use it all the same, so the years forbid nothing.
 */
public record Kind<T>(int id, String zh, String en, Version since, Version until, Layout<T> layout) {

    public static <T> Kind<T> of(int id, String zh, String en, Layout<T> layout) {
        return new Kind<>(id, zh, en, Version.V2011, Version.V2019, layout);
    }

    public Kind<T> since(Version first) {
        return new Kind<>(id, zh, en, first, until, layout);
    }

    public Kind<T> until(Version last) {
        return new Kind<>(id, zh, en, since, last, layout);
    }

    public boolean isOf(Version version) {
        return version.atLeast(since) && until.atLeast(version);
    }

    /** What platforms send to some trackers with an id the standard leaves to terminals. */
    private static final Set<Integer> DOWN = Set.of(0x0310, 0x4401);

    /** Terminals send ids below 8000 and, of their makers' own, E000 to EFFF. */
    public boolean isFromTerminal() {
        return id < 0x8000 && !DOWN.contains(id) || id >= 0xE000 && id < 0xF000 || id == 0x8888;
    }

    /** {@code 0x0200}. */
    public String hex() {
        return String.format("0x%04X", id);
    }
}

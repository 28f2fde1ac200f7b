package org.yiti.jt808.position;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * More frequent positions for a while (clause 8.25).
 *
 * @param intervalSeconds 0 stops it, and nothing follows
 */
public record Tracking(int intervalSeconds, @Nullable Long validSeconds) {

    public static final Kind<Tracking> KIND = Kind.of(0x8202, "临时位置跟踪控制", "tracking", Tracking::pass);

    public static Tracking stop() {
        return new Tracking(0, null);
    }

    static Tracking pass(Pass<Tracking> p) {
        return new Tracking(
                p.word("时间间隔", "intervalSeconds", Meaning.SECONDS, Tracking::intervalSeconds),
                p.optional(
                        "位置跟踪有效期",
                        "validSeconds",
                        Tracking::validSeconds,
                        v -> v.dword("位置跟踪有效期", "validSeconds", Meaning.SECONDS, Long::longValue)));
    }
}

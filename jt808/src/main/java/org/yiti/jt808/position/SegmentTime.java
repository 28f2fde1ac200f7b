package org.yiti.jt808.position;

import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * A segment that was driven too fast or too slowly (table 30).
 *
 * @param seconds it took
 * @param result 0 too short, 1 too long
 */
public record SegmentTime(long segment, int seconds, int result) {

    private static final Meaning RESULT = Meaning.codes("""
            0 不足 too short
            1 过长 too long
            """);

    static SegmentTime pass(Pass<SegmentTime> p) {
        return new SegmentTime(
                p.dword("路段ID", "segment", SegmentTime::segment),
                p.word("路段行驶时间", "seconds", Meaning.SECONDS, SegmentTime::seconds),
                p.octet("结果", "result", RESULT, SegmentTime::result));
    }
}

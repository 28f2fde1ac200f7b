package org.yiti.jt808.safety;

import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;

/**
 * Names an alarm for ever: its files are asked for by it (T/JSATL 12 table 4-16). Jiangsu has 7 bytes of terminal and one
 * reserved; with terminals of 2019 and in Guangdong it is 30 and two, in Heilongjiang 30 and none.
 *
 * @param sequence of alarms of the same second
 * @param files that belong to it
 */
public record AlarmTag(Text terminal, BcdTime time, int sequence, int files, Bytes reserved) {

    private static final int SHORT = 7;
    private static final int LONG = 30;
    private static final int FIXED = 8;
    static final int[] LENGTHS = {16, 40, 39, 38};

    static Layout<AlarmTag> layout(int length) {
        var terminal = length < LONG ? SHORT : LONG;
        return p -> pass(p, terminal, length - terminal - FIXED);
    }

    private static AlarmTag pass(Pass<AlarmTag> p, int terminal, int reserved) {
        return new AlarmTag(
                p.text(terminal, "终端ID", "terminal", AlarmTag::terminal),
                p.time("时间", "time", AlarmTag::time),
                p.octet("序号", "sequence", AlarmTag::sequence),
                p.octet("附件数量", "files", AlarmTag::files),
                p.bytes(reserved, "预留", "reserved", AlarmTag::reserved));
    }

    /** How many bytes it takes. */
    int length() {
        var room = terminal.bytes().length() > SHORT ? LONG : SHORT;
        return room + FIXED + reserved.length();
    }

    /** That many bytes if there is such a tag, otherwise as many as the edition's. */
    static int length(int length, Version version) {
        return isLength(length) ? length : LENGTHS[version == Version.V2019 ? 1 : 0];
    }

    static boolean isLength(int length) {
        for (var one : LENGTHS) {
            if (one == length) {
                return true;
            }
        }
        return false;
    }
}

package org.yiti.jt808.safety;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/**
 * Which files belong to an alarm (T/JSATL 12 clause 4.5.2), sent to the file server.
 *
 * @param terminal 7 bytes, or 30 with terminals of 2019; none in Heilongjiang
 * @param alarm the number the platform gave it, in 32 bytes
 * @param type 0 as usual, 1 sent again
 */
public record AlarmFiles(Text terminal, AlarmTag tag, Text alarm, int type, List<Item> files) {

    public static final Kind<AlarmFiles> KIND = Kind.of(0x1210, "报警附件信息消息", "alarm files", AlarmFiles::pass);

    static final int ALARM = 32;

    private static final Meaning TYPE = Meaning.codes("""
            0 正常报警文件信息 as usual
            1 补传报警文件信息 sent again
            """);
    /** Bytes of the terminal and of the tag; the likeliest first. */
    private static final int[][] ROOMS = {{7, 16}, {30, 40}, {0, 38}, {30, 39}, {30, 38}, {7, 40}, {0, 16}, {0, 40}};

    /** A file's name and size in bytes. */
    public record Item(Text name, long size) {

        static Item pass(Pass<Item> p) {
            return new Item(
                    p.text(Width.OCTET, "文件名称", "name", Item::name),
                    p.dword("文件大小", "size", Meaning.unit("B"), Item::size));
        }
    }

    static AlarmFiles pass(Pass<AlarmFiles> p) {
        var usual = p.version() == Version.V2019 ? 1 : 0;
        var rooms = ROOMS[p.decide(look -> fitting(look, usual), it -> it.rooms(usual))];
        return new AlarmFiles(
                p.text(rooms[0], "终端ID", "terminal", AlarmFiles::terminal),
                p.item("报警标识号", "tag", AlarmFiles::tag, AlarmTag.layout(rooms[1])),
                p.text(ALARM, "报警编号", "alarm", AlarmFiles::alarm),
                p.octet("信息类型", "type", TYPE, AlarmFiles::type),
                p.list(Width.OCTET, "附件信息列表", "files", AlarmFiles::files, Item::pass));
    }

    private static int fitting(Look look, int usual) {
        if (fits(look, ROOMS[usual])) {
            return usual;
        }
        for (var i = 0; i < ROOMS.length; i++) {
            if (fits(look, ROOMS[i])) {
                return i;
            }
        }
        return usual;
    }

    /** Whether the files behind such rooms end where the message does. */
    private static boolean fits(Look look, int[] rooms) {
        var at = rooms[0] + rooms[1] + ALARM + 1;
        var files = look.peek(at++);
        for (var i = 0; i < files && at < look.remaining(); i++) {
            at += 1 + look.peek(at) + 4;
        }
        return files >= 0 && at == look.remaining();
    }

    private int rooms(int usual) {
        for (var i = 0; i < ROOMS.length; i++) {
            if (terminal.bytes().length() == ROOMS[i][0] && tag.length() == ROOMS[i][1]) {
                return i;
            }
        }
        return usual;
    }
}

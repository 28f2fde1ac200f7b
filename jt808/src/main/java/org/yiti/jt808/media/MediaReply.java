package org.yiti.jt808.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * Whether multimedia data arrived (clause 8.53).
 *
 * @param serial in 2011 only, -1 without
 * @param missing packages, from 1; absent when all have come
 */
public record MediaReply(int serial, long id, @Nullable List<Integer> missing) {

    public static final Kind<MediaReply> KIND = Kind.of(0x8800, "多媒体数据上传应答", "multimedia reply", MediaReply::pass);

    private static final int NO_SERIAL = -1;

    public static MediaReply complete(long id) {
        return new MediaReply(NO_SERIAL, id, null);
    }

    static MediaReply pass(Pass<MediaReply> p) {
        var said2011 = p.version() == Version.V2011;
        var serial = p.decide(look -> hasSerial(said2011, look), it -> it.serial >= 0 ? 1 : 0) == 1;
        return new MediaReply(
                serial ? p.word("应答流水号", "serial", it -> Math.max(0, it.serial)) : NO_SERIAL,
                p.dword("多媒体ID", "id", MediaReply::id),
                p.optional("重传", "missing", MediaReply::missing, MediaReply::numbers));
    }

    /** By the edition, unless only the other form ends where the message does. */
    private static int hasSerial(boolean said, Look look) {
        var with = fits(look, 6);
        return with == fits(look, 4) ? (said ? 1 : 0) : with ? 1 : 0;
    }

    private static boolean fits(Look look, int fixed) {
        return look.remaining() == fixed || look.remaining() == fixed + 1 + 2 * look.peek(fixed);
    }

    private static List<Integer> numbers(Pass<List<Integer>> p) {
        return p.list(Width.OCTET, "重传包ID列表", "numbers", it -> it, n -> n.word("包ID", "number", Integer::intValue));
    }
}

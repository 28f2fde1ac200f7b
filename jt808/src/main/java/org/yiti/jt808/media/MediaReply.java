package org.yiti.jt808.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * Whether multimedia data arrived (clause 8.53).
 *
 * @param serial in 2011 only
 * @param missing packages, from 1; absent when all have come
 */
public record MediaReply(int serial, long id, @Nullable List<Integer> missing) {

    public static final Kind<MediaReply> KIND = Kind.of(0x8800, "多媒体数据上传应答", "multimedia reply", MediaReply::pass);

    public static MediaReply complete(long id) {
        return new MediaReply(0, id, null);
    }

    static MediaReply pass(Pass<MediaReply> p) {
        return new MediaReply(
                p.version() == Version.V2011 ? p.word("应答流水号", "serial", MediaReply::serial) : 0,
                p.dword("多媒体ID", "id", MediaReply::id),
                p.optional("重传", "missing", MediaReply::missing, MediaReply::numbers));
    }

    private static List<Integer> numbers(Pass<List<Integer>> p) {
        return p.list(Width.OCTET, "重传包ID列表", "numbers", it -> it, n -> n.word("包ID", "number", Integer::intValue));
    }
}

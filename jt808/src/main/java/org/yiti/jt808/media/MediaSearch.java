package org.yiti.jt808.media;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Pass;

/**
 * Searches what a terminal keeps (clause 8.56).
 *
 * @param channel 0 for all
 */
public record MediaSearch(int type, int channel, int event, BcdTime start, BcdTime end) {

    public static final Kind<MediaSearch> KIND = Kind.of(0x8802, "存储多媒体数据检索", "multimedia search", MediaSearch::pass);

    static MediaSearch pass(Pass<MediaSearch> p) {
        return new MediaSearch(
                p.octet("多媒体类型", "type", Media.TYPE, MediaSearch::type),
                p.octet("通道ID", "channel", MediaSearch::channel),
                p.octet("事件项编码", "event", Media.EVENT, MediaSearch::event),
                p.time("起始时间", "start", MediaSearch::start),
                p.time("结束时间", "end", MediaSearch::end));
    }

    /** Has what is found uploaded (clause 8.58). */
    public record Upload(MediaSearch search, int delete) {

        public static final Kind<Upload> KIND = Kind.of(0x8803, "存储多媒体数据上传命令", "multimedia upload", Upload::pass);

        static Upload pass(Pass<Upload> p) {
            return new Upload(
                    p.item("检索条件", "search", Upload::search, MediaSearch::pass),
                    p.octet("删除标志", "delete", Media.DELETE, Upload::delete));
        }
    }

    /** Has one uploaded (clause 8.60). */
    public record SingleUpload(long id, int delete) {

        public static final Kind<SingleUpload> KIND = Kind.of(
                        0x8805, "单条存储多媒体数据检索上传命令", "upload of one multimedia item", SingleUpload::pass)
                .since(Version.V2013);

        static SingleUpload pass(Pass<SingleUpload> p) {
            return new SingleUpload(
                    p.dword("多媒体ID", "id", SingleUpload::id),
                    p.octet("删除标志", "delete", Media.DELETE, SingleUpload::delete));
        }
    }
}

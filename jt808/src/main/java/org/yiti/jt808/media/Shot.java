package org.yiti.jt808.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * Take pictures or film now (clause 8.54).
 *
 * @param command 0 stop, FFFF film, otherwise how many pictures
 * @param seconds between pictures or of the film; 0 is the shortest, or without end
 * @param save 1 keep, 0 upload
 * @param resolution since 2019 also 0 lowest, FF highest
 * @param quality 1 best to 10 smallest
 */
public record Shot(
        int channel,
        int command,
        int seconds,
        int save,
        int resolution,
        int quality,
        int brightness,
        int contrast,
        int saturation,
        int chroma) {

    public static final Kind<Shot> KIND = Kind.of(0x8801, "摄像头立即拍摄命令", "camera shot", Shot::pass);

    private static final Meaning COMMAND = Meaning.codes("""
            0 停止拍摄 stop
            0xFFFF 录像 film
            """);
    private static final Meaning RESOLUTION = Meaning.codes("""
            0 最低分辨率 lowest
            1 320×240 320×240
            2 640×480 640×480
            3 800×600 800×600
            4 1024×768 1024×768
            5 176×144(QCIF) 176×144 (QCIF)
            6 352×288(CIF) 352×288 (CIF)
            7 704×288(HALF_D1) 704×288 (HALF D1)
            8 704×576(D1) 704×576 (D1)
            0xFF 最高分辨率 highest
            """);

    static Shot pass(Pass<Shot> p) {
        return new Shot(
                p.octet("通道ID", "channel", Shot::channel),
                p.word("拍摄命令", "command", COMMAND, Shot::command),
                p.word("拍照间隔/录像时间", "seconds", Meaning.SECONDS, Shot::seconds),
                p.octet("保存标志", "save", Media.SAVE, Shot::save),
                p.octet("分辨率", "resolution", RESOLUTION, Shot::resolution),
                p.octet("图像/视频质量", "quality", Shot::quality),
                p.octet("亮度", "brightness", Shot::brightness),
                p.octet("对比度", "contrast", Shot::contrast),
                p.octet("饱和度", "saturation", Shot::saturation),
                p.octet("色度", "chroma", Shot::chroma));
    }

    /**
     * How it went (clause 8.55).
     *
     * @param ids of the pictures, absent unless it went well
     */
    public record Reply(int serial, int result, @Nullable List<Long> ids) {

        public static final Kind<Reply> KIND =
                Kind.of(0x0805, "摄像头立即拍摄命令应答", "camera shot reply", Reply::pass).since(Version.V2013);

        private static final Meaning RESULT = Meaning.codes("""
                0 成功 success
                1 失败 failure
                2 通道不支持 channel not supported
                """);

        static Reply pass(Pass<Reply> p) {
            return new Reply(
                    p.word("应答流水号", "serial", Reply::serial),
                    p.octet("结果", "result", RESULT, Reply::result),
                    p.optional("多媒体ID", "ids", Reply::ids, Reply::ids));
        }

        private static List<Long> ids(Pass<List<Long>> p) {
            return p.list(Width.WORD, "多媒体ID列表", "ids", it -> it, id -> id.dword("多媒体ID", "id", Long::longValue));
        }
    }
}

package org.yiti.jt808.safety;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/**
 * A file that is about to come, or has come (T/JSATL 12 clauses 4.5.3 and 4.5.5).
 *
 * @param size bytes
 */
public record AlarmFile(Text name, int type, long size) {

    public static final Kind<AlarmFile> ANNOUNCED = Kind.of(0x1211, "文件信息上传", "alarm file", AlarmFile::pass);
    public static final Kind<AlarmFile> DONE = Kind.of(0x1212, "文件上传完成消息", "alarm file done", AlarmFile::pass);

    static final Meaning TYPE = Meaning.codes("""
            0 图片 picture
            1 音频 sound
            2 视频 film
            3 文本 text
            4 其他 other
            """);

    static AlarmFile pass(Pass<AlarmFile> p) {
        return new AlarmFile(
                p.text(Width.OCTET, "文件名称", "name", AlarmFile::name),
                p.octet("文件类型", "type", TYPE, AlarmFile::type),
                p.dword("文件大小", "size", Meaning.unit("B"), AlarmFile::size));
    }

    /** Whether all of it came (T/JSATL 12 clause 4.5.6). */
    public record Reply(Text name, int type, int result, List<Gap> gaps) {

        public static final Kind<Reply> KIND = Kind.of(0x9212, "文件上传完成消息应答", "alarm file reply", Reply::pass);

        private static final Meaning RESULT = Meaning.codes("""
                0 完成 complete
                1 需要补传 some is missing
                """);

        static Reply pass(Pass<Reply> p) {
            return new Reply(
                    p.text(Width.OCTET, "文件名称", "name", Reply::name),
                    p.octet("文件类型", "type", TYPE, Reply::type),
                    p.octet("上传结果", "result", RESULT, Reply::result),
                    p.list(Width.OCTET, "补传数据包列表", "gaps", Reply::gaps, Gap::pass));
        }
    }

    /** What is to be sent again. */
    public record Gap(long offset, long length) {

        static Gap pass(Pass<Gap> p) {
            return new Gap(p.dword("数据偏移量", "offset", Gap::offset), p.dword("数据长度", "length", Gap::length));
        }
    }
}

package org.yiti.jt808.video;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/**
 * Has a recording sent to an FTP server (JT/T 1078 clause 5.6.5). User and password stand there in the clear.
 *
 * @param condition bit 0 over WLAN, 1 over LAN, 2 over 3G or 4G
 */
public record FileUpload(
        Text server, int port, Text user, Text password, Text path, RecordingQuestion recording, int condition) {

    public static final Kind<FileUpload> KIND = Kind.of(0x9206, "文件上传指令", "file upload", FileUpload::pass);

    private static final Meaning CONDITION = Meaning.bits("""
            0 WIFI WLAN
            1 LAN LAN
            2 3G/4G 3G or 4G
            """);

    static FileUpload pass(Pass<FileUpload> p) {
        return new FileUpload(
                p.text(Width.OCTET, "FTP服务器地址", "server", FileUpload::server),
                p.word("端口", "port", FileUpload::port),
                p.text(Width.OCTET, "用户名", "user", FileUpload::user),
                p.text(Width.OCTET, "密码", "password", FileUpload::password),
                p.text(Width.OCTET, "文件上传路径", "path", FileUpload::path),
                p.item("资源", "recording", FileUpload::recording, RecordingQuestion::pass),
                p.octet("任务执行条件", "condition", CONDITION, FileUpload::condition));
    }

    /** It is over (JT/T 1078 clause 5.6.6). */
    public record Done(int serial, int result) {

        public static final Kind<Done> KIND = Kind.of(0x1206, "文件上传完成通知", "file upload done", Done::pass);

        private static final Meaning RESULT = Meaning.codes("""
                0 成功 success
                1 失败 failure
                """);

        static Done pass(Pass<Done> p) {
            return new Done(p.word("应答流水号", "serial", Done::serial), p.octet("结果", "result", RESULT, Done::result));
        }
    }

    /** Pauses, resumes or ends it (JT/T 1078 clause 5.6.7). */
    public record Control(int serial, int command) {

        public static final Kind<Control> KIND = Kind.of(0x9207, "文件上传控制", "file upload control", Control::pass);

        private static final Meaning COMMAND = Meaning.codes("""
                0 暂停 pause
                1 继续 resume
                2 取消 cancel
                """);

        static Control pass(Pass<Control> p) {
            return new Control(
                    p.word("应答流水号", "serial", Control::serial), p.octet("上传控制", "command", COMMAND, Control::command));
        }
    }
}

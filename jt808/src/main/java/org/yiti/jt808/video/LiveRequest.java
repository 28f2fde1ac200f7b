package org.yiti.jt808.video;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/** Asks for sound and film as they are made (JT/T 1078 clause 5.5.1). */
public record LiveRequest(Text server, int tcpPort, int udpPort, int channel, int media, int stream) {

    public static final Kind<LiveRequest> KIND = Kind.of(0x9101, "实时音视频传输请求", "live video request", LiveRequest::pass);

    private static final Meaning MEDIA = Meaning.codes("""
            0 音视频 sound and film
            1 视频 film
            2 双向对讲 two-way talk
            3 监听 listen in
            4 中心广播 broadcast
            5 透传 pass through
            """);
    private static final Meaning STREAM = Meaning.codes("""
            0 主码流 main stream
            1 子码流 sub stream
            """);

    static LiveRequest pass(Pass<LiveRequest> p) {
        return new LiveRequest(
                p.text(Width.OCTET, "服务器IP地址", "server", LiveRequest::server),
                p.word("服务器TCP端口号", "tcpPort", LiveRequest::tcpPort),
                p.word("服务器UDP端口号", "udpPort", LiveRequest::udpPort),
                p.octet("逻辑通道号", "channel", LiveRequest::channel),
                p.octet("数据类型", "media", MEDIA, LiveRequest::media),
                p.octet("码流类型", "stream", STREAM, LiveRequest::stream));
    }

    /** Ends, pauses or changes it (JT/T 1078 clause 5.5.2). */
    public record Control(int channel, int command, int close, int stream) {

        public static final Kind<Control> KIND = Kind.of(0x9102, "音视频实时传输控制", "live video control", Control::pass);

        private static final Meaning COMMAND = Meaning.codes("""
                0 关闭音视频传输指令 close
                1 切换码流 change stream
                2 暂停该通道所有流的发送 pause
                3 恢复暂停前流的发送 resume
                4 关闭双向对讲 end two-way talk
                """);

        private static final Meaning CLOSE = Meaning.codes("""
                0 关闭该通道有关的音视频数据 sound and film
                1 只关闭该通道有关的音频 sound only
                2 只关闭该通道有关的视频 film only
                """);

        static Control pass(Pass<Control> p) {
            return new Control(
                    p.octet("逻辑通道号", "channel", Control::channel),
                    p.octet("控制指令", "command", COMMAND, Control::command),
                    p.octet("关闭音视频类型", "close", CLOSE, Control::close),
                    p.octet("切换码流类型", "stream", STREAM, Control::stream));
        }
    }

    /** How well it arrives (JT/T 1078 clause 5.5.4). */
    public record Quality(int channel, int lossPercent) {

        public static final Kind<Quality> KIND = Kind.of(0x9105, "实时音视频传输状态通知", "live video quality", Quality::pass);

        static Quality pass(Pass<Quality> p) {
            return new Quality(
                    p.octet("逻辑通道号", "channel", Quality::channel),
                    p.octet("丢包率", "lossPercent", Meaning.unit("%"), Quality::lossPercent));
        }
    }
}

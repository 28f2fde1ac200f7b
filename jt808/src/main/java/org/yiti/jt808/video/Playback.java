package org.yiti.jt808.video;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/** Plays a recording (JT/T 1078 clause 5.6.3). */
public record Playback(
        Text server,
        int tcpPort,
        int udpPort,
        int channel,
        int media,
        int stream,
        int storage,
        int mode,
        int speed,
        BcdTime start,
        BcdTime end) {

    public static final Kind<Playback> KIND = Kind.of(0x9201, "平台下发远程录像回放请求", "playback request", Playback::pass);

    private static final Meaning SPEED = Meaning.codes("""
            0 无效 none
            1 1倍 1 ×
            2 2倍 2 ×
            3 4倍 4 ×
            4 8倍 8 ×
            5 16倍 16 ×
            """);

    static Playback pass(Pass<Playback> p) {
        return new Playback(
                p.text(Width.OCTET, "服务器IP地址", "server", Playback::server),
                p.word("服务器TCP端口号", "tcpPort", Playback::tcpPort),
                p.word("服务器UDP端口号", "udpPort", Playback::udpPort),
                p.octet("逻辑通道号", "channel", Playback::channel),
                p.octet("音视频类型", "media", Video.MEDIA, Playback::media),
                p.octet("码流类型", "stream", Video.STREAM, Playback::stream),
                p.octet("存储器类型", "storage", Video.STORAGE, Playback::storage),
                p.octet("回放方式", "mode", Video.PLAYBACK, Playback::mode),
                p.octet("快进或快退倍数", "speed", SPEED, Playback::speed),
                p.time("开始时间", "start", Playback::start),
                p.time("结束时间", "end", Playback::end));
    }

    /** Steers it (JT/T 1078 clause 5.6.4). */
    public record Control(int channel, int command, int speed, BcdTime position) {

        public static final Kind<Control> KIND = Kind.of(0x9202, "平台下发远程录像回放控制", "playback control", Control::pass);

        private static final Meaning COMMAND = Meaning.codes("""
                0 开始回放 start
                1 暂停回放 pause
                2 结束回放 end
                3 快进回放 fast forward
                4 关键帧快退回放 rewind by key frames
                5 拖动回放 jump
                6 关键帧播放 key frames
                """);

        static Control pass(Pass<Control> p) {
            return new Control(
                    p.octet("逻辑通道号", "channel", Control::channel),
                    p.octet("回放控制", "command", COMMAND, Control::command),
                    p.octet("快进或快退倍数", "speed", SPEED, Control::speed),
                    p.time("拖动回放位置", "position", Control::position));
        }
    }
}

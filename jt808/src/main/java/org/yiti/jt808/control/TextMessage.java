package org.yiti.jt808.control;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;

/**
 * Text for the driver (clause 8.28).
 *
 * @param flags bit 2 on the display, 3 read aloud; bits 0 and 1 differ by edition
 * @param type 1 notice, 2 service, since 2019; 0 before
 */
public record TextMessage(int flags, int type, Text text) {

    public static final int DISPLAY = 1 << 2;
    public static final int READ_ALOUD = 1 << 3;

    public static final Kind<TextMessage> KIND = Kind.of(0x8300, "文本信息下发", "text message", TextMessage::pass);

    private static final Meaning BEFORE = Meaning.bits("""
            0 紧急 urgent
            2 终端显示器显示 on the display
            3 终端TTS播读 read aloud
            4 广告屏显示 on the advertising screen
            5 CAN故障码信息 CAN fault codes
            """);
    private static final Meaning SINCE_2019 = Meaning.bits("""
            0 服务或通知 service or notice
            1 紧急或通知 urgent or notice
            2 终端显示器显示 on the display
            3 终端TTS播读 read aloud
            5 CAN故障码信息 CAN fault codes
            """);
    private static final Meaning TYPE = Meaning.codes("""
            1 通知 notice
            2 服务 service
            """);

    static TextMessage pass(Pass<TextMessage> p) {
        var typed = p.version() == Version.V2019;
        return new TextMessage(
                p.octet("标志", "flags", typed ? SINCE_2019 : BEFORE, TextMessage::flags),
                typed ? p.octet("文本类型", "type", TYPE, TextMessage::type) : 0,
                p.text("文本信息", "text", TextMessage::text));
    }
}

package org.yiti.jt808.control;

import java.util.ArrayList;
import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Word;

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
            """);
    /** Bits 0 and 1 are one number since 2019. */
    private static final Meaning DEGREE = Meaning.codes("""
            1 服务 service
            2 紧急 urgent
            3 通知 notice
            """);

    private static final Meaning SINCE_2019 = Meaning.bits("""
            2 终端显示器显示 on the display
            3 终端TTS播读 read aloud
            """);
    private static final Word NAVIGATION = new Word("中心导航信息", "navigation", 5);
    private static final Word FAULT_CODES = new Word("CAN故障码信息", "CAN fault codes", 5);

    private static final Meaning FLAGS = (value, version) -> {
        var said = new ArrayList<Word>();
        var isNew = version == Version.V2019;
        said.addAll(isNew ? DEGREE.of(value & 3, version) : List.of());
        said.addAll((isNew ? SINCE_2019 : BEFORE).of(value & (isNew ? ~0x23 : ~0x20), version));
        if (version.atLeast(Version.V2013)) {
            said.add((value & 0x20) == 0 ? NAVIGATION : FAULT_CODES);
        } else if ((value & 0x20) != 0) {
            said.add(Meaning.reserved(5));
        }
        return said;
    };
    private static final Meaning TYPE = Meaning.codes("""
            1 通知 notice
            2 服务 service
            """);

    static TextMessage pass(Pass<TextMessage> p) {
        var typed = p.version() == Version.V2019;
        return new TextMessage(
                p.octet("标志", "flags", FLAGS, TextMessage::flags),
                typed ? p.octet("文本类型", "type", TYPE, TextMessage::type) : 0,
                p.text("文本信息", "text", TextMessage::text));
    }
}

package org.yiti.jt808.media;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Records sound (clause 8.59).
 *
 * @param seconds 0 until told to stop
 */
public record Recording(int command, int seconds, int save, int rate) {

    public static final Kind<Recording> KIND = Kind.of(0x8804, "录音开始命令", "sound recording", Recording::pass);

    private static final Meaning COMMAND = Meaning.codes("""
            0 停止录音 stop
            1 开始录音 start
            """);
    private static final Meaning RATE = Meaning.codes("""
            0 8K 8 kHz
            1 11K 11 kHz
            2 23K 23 kHz
            3 32K 32 kHz
            """);

    static Recording pass(Pass<Recording> p) {
        return new Recording(
                p.octet("录音命令", "command", COMMAND, Recording::command),
                p.word("录音时间", "seconds", Meaning.SECONDS, Recording::seconds),
                p.octet("保存标志", "save", Media.SAVE, Recording::save),
                p.octet("音频采样率", "rate", RATE, Recording::rate));
    }
}

package org.yiti.jt808.safety;

import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/** What alarms of one kind have and others have not. */
public final class Details {

    static final int BYTES = 6;

    private static final Meaning LEVEL = Meaning.codes("""
            1 一级报警 level 1
            2 二级报警 level 2
            """);

    private Details() {}

    /** Nothing more. */
    public record None() {

        static None pass(Pass<None> p) {
            return new None();
        }
    }

    /**
     * Of driver assistance (T/JSATL 12 table 4-15).
     *
     * @param frontSpeed km/h of the vehicle in front
     * @param frontDistance to it, in 100 ms of driving
     * @param side 1 left, 2 right
     * @param sign 1 speed, 2 height, 3 weight
     */
    public record Assistance(int level, int frontSpeed, int frontDistance, int side, int sign, int signValue) {

        private static final Meaning SIDE = Meaning.codes("""
                1 左侧偏离 left
                2 右侧偏离 right
                """);
        private static final Meaning SIGN = Meaning.codes("""
                1 限速标志 speed limit
                2 限高标志 height limit
                3 限重标志 weight limit
                """);

        static Assistance pass(Pass<Assistance> p) {
            return new Assistance(
                    p.octet("报警级别", "level", LEVEL, Assistance::level),
                    p.octet("前车车速", "frontSpeed", Meaning.KMH, Assistance::frontSpeed),
                    p.octet("前车/行人距离", "frontDistance", Meaning.scaled("s", 10), Assistance::frontDistance),
                    p.octet("偏离类型", "side", SIDE, Assistance::side),
                    p.octet("道路标志识别类型", "sign", SIGN, Assistance::sign),
                    p.octet("道路标志识别数据", "signValue", Assistance::signValue));
        }
    }

    /**
     * Of a driver who is watched (T/JSATL 12 table 4-17).
     *
     * @param fatigue 1 to 10
     */
    public record Watched(int level, int fatigue, Bytes reserved) {

        static Watched pass(Pass<Watched> p) {
            return new Watched(
                    p.octet("报警级别", "level", LEVEL, Watched::level),
                    p.octet("疲劳程度", "fatigue", Watched::fatigue),
                    p.bytes(4, "预留", "reserved", Watched::reserved));
        }
    }

    /**
     * Of violent driving.
     *
     * @param seconds within which
     * @param first threshold, by the type
     * @param second threshold, by the type
     */
    public record Violent(int seconds, int first, int second) {

        static Violent pass(Pass<Violent> p) {
            return new Violent(
                    p.word("报警时间阈值", "seconds", Meaning.SECONDS, Violent::seconds),
                    p.word("报警阈值1", "first", Violent::first),
                    p.word("报警阈值2", "second", Violent::second));
        }
    }
}

package org.yiti.jt808.video;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/** Turns a camera (JT/T 1078 clause 5.7.1). */
public record CameraMove(int channel, int direction, int speed) {

    public static final Kind<CameraMove> KIND = Kind.of(0x9301, "云台旋转", "camera move", CameraMove::pass);

    private static final Meaning DIRECTION = Meaning.codes("""
            0 停止 stop
            1 上 up
            2 下 down
            3 左 left
            4 右 right
            """);

    static CameraMove pass(Pass<CameraMove> p) {
        return new CameraMove(
                p.octet("逻辑通道号", "channel", CameraMove::channel),
                p.octet("方向", "direction", DIRECTION, CameraMove::direction),
                p.octet("速度", "speed", CameraMove::speed));
    }

    /** Does one thing more or less: focus, iris, wiper, lamp, zoom (JT/T 1078 clauses 5.7.2 to 5.7.6). */
    public record Adjustment(int channel, int value) {

        private static final Meaning BIGGER = Meaning.codes("""
                0 调大 more
                1 调小 less
                """);
        private static final Meaning RUNNING = Meaning.codes("""
                0 停止 stop
                1 启动 start
                """);

        public static final Kind<Adjustment> FOCUS = Kind.of(0x9302, "云台调整焦距控制", "camera focus", p -> pass(p, BIGGER));
        public static final Kind<Adjustment> IRIS = Kind.of(0x9303, "云台调整光圈控制", "camera iris", p -> pass(p, BIGGER));
        public static final Kind<Adjustment> WIPER = Kind.of(0x9304, "云台雨刷控制", "camera wiper", p -> pass(p, RUNNING));
        public static final Kind<Adjustment> LAMP = Kind.of(0x9305, "红外补光控制", "infrared lamp", p -> pass(p, RUNNING));
        public static final Kind<Adjustment> ZOOM = Kind.of(0x9306, "云台变倍控制", "camera zoom", p -> pass(p, BIGGER));

        private static Adjustment pass(Pass<Adjustment> p, Meaning meaning) {
            return new Adjustment(
                    p.octet("逻辑通道号", "channel", Adjustment::channel),
                    p.octet("控制参数", "value", meaning, Adjustment::value));
        }
    }
}

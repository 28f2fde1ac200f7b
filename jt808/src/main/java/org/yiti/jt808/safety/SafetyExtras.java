package org.yiti.jt808.safety;

import java.util.List;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.position.Extras;

/** Alarms of assistance systems as additional information of a position (T/JSATL 12 table 4-14). */
public final class SafetyExtras {

    private static final Meaning ASSISTANCE = Meaning.codes("""
            0x01 前向碰撞报警 forward collision
            0x02 车道偏离报警 lane departure
            0x03 车距过近报警 too close
            0x04 行人碰撞报警 pedestrian collision
            0x05 频繁变道报警 changes lanes often
            0x06 道路标识超限报警 road sign disregarded
            0x07 障碍物报警 obstacle
            0x10 道路标志识别事件 road sign recognised
            0x11 主动抓拍事件 picture taken
            """);
    private static final Meaning DRIVER = Meaning.codes("""
            0x01 疲劳驾驶报警 fatigue
            0x02 接打手持电话报警 phoning
            0x03 抽烟报警 smoking
            0x04 分神驾驶报警 distracted
            0x05 驾驶员异常报警 driver not as expected
            0x10 自动抓拍事件 picture taken
            0x11 驾驶员变更事件 another driver
            """);
    private static final Meaning BLIND_SPOT = Meaning.codes("""
            0x01 后方接近报警 approached from behind
            0x02 左侧后方接近报警 approached from the left
            0x03 右侧后方接近报警 approached from the right
            """);
    private static final Meaning VIOLENT = Meaning.codes("""
            0x01 急加速报警 hard acceleration
            0x02 急减速报警 hard braking
            0x03 急转弯报警 sharp turn
            0x04 怠速报警 idling
            0x05 异常熄火报警 engine stalled
            0x06 空挡滑行报警 coasting
            0x07 发动机超转报警 engine overspeed
            """);

    public static final ValueKind<SafetyAlarm<Details.Assistance>> ASSISTANCE_ALARM =
            alarm(0x64, "高级驾驶辅助系统报警", "assistanceAlarm", ASSISTANCE, Details.BYTES, Details.Assistance::pass);
    public static final ValueKind<SafetyAlarm<Details.Watched>> DRIVER_ALARM =
            alarm(0x65, "驾驶员状态监测系统报警", "driverAlarm", DRIVER, Details.BYTES, Details.Watched::pass);
    public static final ValueKind<SafetyAlarm<Details.None>> TYRE_ALARM =
            Extras.of(0x66, "胎压监测系统报警", "tyreAlarm", length -> length >= 41, SafetyAlarm::ofTyres);
    public static final ValueKind<SafetyAlarm<Details.None>> BLIND_SPOT_ALARM =
            alarm(0x67, "盲区监测系统报警", "blindSpotAlarm", BLIND_SPOT, 0, Details.None::pass);
    /** Guangdong and others. */
    public static final ValueKind<SafetyAlarm<Details.Violent>> VIOLENT_DRIVING_ALARM =
            alarm(0x70, "激烈驾驶报警", "violentDrivingAlarm", VIOLENT, Details.BYTES, Details.Violent::pass);

    public static final List<ValueKind<?>> ALL =
            List.of(ASSISTANCE_ALARM, DRIVER_ALARM, TYRE_ALARM, BLIND_SPOT_ALARM, VIOLENT_DRIVING_ALARM);

    private SafetyExtras() {}

    private static <D> ValueKind<SafetyAlarm<D>> alarm(
            int id, String zh, String key, Meaning types, int bytes, Layout<D> details) {
        return Extras.of(
                id, zh, key, length -> SafetyAlarm.fits(length, bytes), SafetyAlarm.layout(bytes, types, details));
    }
}

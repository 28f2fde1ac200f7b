package org.yiti.jt808.safety;

import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Where and when an alarm was (part of every alarm of T/JSATL 12).
 *
 * @param speed km/h
 * @param status bit 0 ACC, 1 left turn, 2 right turn, 3 wipers, 4 brake, 5 card in, 10 positioned
 */
public record Moment(int speed, int altitude, long latitude, long longitude, BcdTime time, int status) {

    static final int LENGTH = 19;

    private static final Meaning STATUS = Meaning.bits("""
            0 ACC打开 ACC on
            1 左转向打开 left turn
            2 右转向打开 right turn
            3 雨刮器打开 wipers on
            4 制动 brake
            5 已插卡 card in
            10 已定位 positioned
            """);

    static Moment pass(Pass<Moment> p) {
        return new Moment(
                p.octet("车速", "speed", Meaning.KMH, Moment::speed),
                p.word("高程", "altitude", Meaning.ALTITUDE, Moment::altitude),
                p.dword("纬度", "latitude", Meaning.DEGREES, Moment::latitude),
                p.dword("经度", "longitude", Meaning.DEGREES, Moment::longitude),
                p.time("日期时间", "time", Moment::time),
                p.word("车辆状态", "status", STATUS, Moment::status));
    }
}

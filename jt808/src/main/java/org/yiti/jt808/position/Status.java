package org.yiti.jt808.position;

import org.yiti.jt808.layout.Meaning;

/** The status field of a position (table 25 of 2013, table 26 of 2019), bit by bit. */
public record Status(long bits) {

    static final Meaning BITS = Meaning.bits("""
            0 ACC开 ACC on
            1 定位 fixed
            2 南纬 south
            3 西经 west
            4 停运状态 out of service
            5 经纬度已加密 position encrypted
            6 紧急刹车前撞预警 forward collision warning
            7 车道偏移预警 lane departure warning
            8 半载或满载低位 load, low bit
            9 半载或满载高位 load, high bit
            10 车辆油路断开 fuel cut
            11 车辆电路断开 power cut
            12 车门加锁 doors locked
            13 门1开(前门) door 1 open (front)
            14 门2开(中门) door 2 open (middle)
            15 门3开(后门) door 3 open (rear)
            16 门4开(驾驶席门) door 4 open (driver)
            17 门5开(自定义) door 5 open
            18 使用GPS GPS used
            19 使用北斗 BeiDou used
            20 使用GLONASS GLONASS used
            21 使用Galileo Galileo used
            22 车辆行驶 moving
            """);

    public static final int ACC = 0;
    public static final int FIXED = 1;
    public static final int SOUTH = 2;
    public static final int WEST = 3;
    public static final int OUT_OF_SERVICE = 4;
    public static final int ENCRYPTED = 5;
    public static final int FUEL_CUT = 10;
    public static final int POWER_CUT = 11;
    public static final int DOORS_LOCKED = 12;
    public static final int MOVING = 22;

    public boolean has(int bit) {
        return (bits >>> bit & 1) != 0;
    }

    public boolean isAccOn() {
        return has(ACC);
    }

    /** Whether the position is the terminal's own, and now; otherwise it is the last one known, or zero. */
    public boolean isFixed() {
        return has(FIXED);
    }

    /** Positions behind a confidentiality plug-in are no places on a map. */
    public boolean isEncrypted() {
        return has(ENCRYPTED);
    }

    /** 0 empty, 1 half, 3 full (since 2013). */
    public int load() {
        return (int) (bits >>> 8) & 3;
    }

    /** Door 1 to 5 (since 2013). */
    public boolean isDoorOpen(int door) {
        return has(12 + door);
    }
}

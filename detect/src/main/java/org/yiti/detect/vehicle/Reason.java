package org.yiti.detect.vehicle;

/** Why a position is kept but its place is not used. */
public enum Reason {
    CLOCK_BEHIND("时钟早于可信时间", "Its clock is before any such terminal was built"),
    CLOCK_AHEAD("时钟超前", "It was received before it says it was"),
    ENCRYPTED("位置已加密", "The position is encrypted"),
    NOT_FIXED("未定位", "The satellites were not seen; the place is an old one"),
    NO_PLACE("经纬度为零", "Latitude and longitude are nought"),
    OUT_OF_RANGE("经纬度越界", "There is no such latitude or longitude"),
    SAME_TIME("同一时刻另有位置", "Another of the same time is used"),
    STALE("位置未更新", "The same place again at speed"),
    JUMP("位置跳变", "It cannot have come there so fast");

    private final String zh;
    private final String en;

    Reason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Then it is not known when its instruments said so either. */
    boolean ofClock() {
        return this == CLOCK_BEHIND || this == CLOCK_AHEAD;
    }
}

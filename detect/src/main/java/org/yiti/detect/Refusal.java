package org.yiti.detect;

/** Why stored bytes cannot be used. The answer to each is to recompute from the raw reports. */
public enum Refusal {
    BYTES_DAMAGED("状态数据已损坏", "The stored state is damaged"),
    OTHER_DETECTOR("状态属于另一检测器", "The stored state is of another detector"),
    OTHER_VERSION("状态由另一版本的检测器写入", "The stored state was written by another version of the detector");

    private final String zh;
    private final String en;

    Refusal(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}

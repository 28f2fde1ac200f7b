package org.yiti.jt808.driver;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Word;

/**
 * Data of the vehicle's bus (clause 8.50).
 *
 * @param time hhmmss and milliseconds in four digits
 */
public record CanData(int count, String time, List<Item> items) {

    public static final Kind<CanData> KIND =
            Kind.of(0x0705, "CAN总线数据上传", "CAN data", CanData::pass).since(Version.V2013);

    /** Channel, kind of frame, kind of data, and the id on the bus. */
    public static final Meaning ID = (value, version) -> List.of(
            (value >>> 31) == 0 ? new Word("CAN1通道", "channel 1", 31) : new Word("CAN2通道", "channel 2", 31),
            (value >>> 30 & 1) == 0 ? new Word("标准帧", "standard frame", 30) : new Word("扩展帧", "extended frame", 30),
            (value >>> 29 & 1) == 0
                    ? new Word("原始数据", "as it was", 29)
                    : new Word("采集区间平均值", "averaged over the interval", 29),
            new Word("总线ID 0x%X".formatted(value & 0x1fff_ffff), "bus id 0x%X".formatted(value & 0x1fff_ffff)));

    public CanData(String time, List<Item> items) {
        this(items.size(), time, items);
    }

    /**
     * Eight bytes of one sender.
     *
     * @param id bit 31 channel, 30 extended frame, 29 averaged, below it the id
     */
    public record Item(long id, Bytes data) {

        static Item pass(Pass<Item> p) {
            return new Item(p.dword("CAN ID", "id", ID, Item::id), p.bytes(8, "CAN DATA", "data", Item::data));
        }
    }

    static CanData pass(Pass<CanData> p) {
        var count = p.word("数据项个数", "count", CanData::count);
        var time = p.digits(5, "CAN总线数据接收时间", "time", CanData::clock, CanData::time);
        return new CanData(count, time, p.loose(count, "CAN总线数据项", "items", CanData::items, Item::pass));
    }

    private static List<Word> clock(String digits) {
        if (!digits.matches("[0-9]{10}")) {
            return List.of();
        }
        var clock = digits.replaceFirst("(..)(..)(..)(....)", "$1:$2:$3.$4").replaceFirst("\\.0", ".");
        return List.of(new Word(clock + "(时:分:秒.毫秒)", clock + " (h:min:s.ms)"));
    }
}

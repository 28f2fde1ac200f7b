package org.yiti.jt808.driver;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Pass;

/**
 * Data of the vehicle's bus (clause 8.50).
 *
 * @param time hhmmss and milliseconds in four digits
 */
public record CanData(int count, String time, List<Item> items) {

    public static final Kind<CanData> KIND =
            Kind.of(0x0705, "CAN总线数据上传", "CAN data", CanData::pass).since(Version.V2013);

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
            return new Item(p.dword("CAN ID", "id", Item::id), p.bytes(8, "CAN DATA", "data", Item::data));
        }
    }

    static CanData pass(Pass<CanData> p) {
        var count = p.word("数据项个数", "count", CanData::count);
        var time = p.digits(5, "CAN总线数据接收时间", "time", CanData::time);
        return new CanData(count, time, p.loose(count, "CAN总线数据项", "items", CanData::items, Item::pass));
    }
}

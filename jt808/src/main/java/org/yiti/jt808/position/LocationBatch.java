package org.yiti.jt808.position;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * Several positions at once (clause 8.49).
 *
 * @param count as the terminal said; only a dialect that puts up with wrong counts has it differ from the locations
 * @param type 0 as usual, 1 of a time without network
 */
public record LocationBatch(int count, int type, List<Location> locations) {

    public static final int BACKFILL = 1;

    public static final Kind<LocationBatch> KIND =
            Kind.of(0x0704, "定位数据批量上传", "location batch", LocationBatch::pass).since(Version.V2013);

    private static final Meaning TYPE = Meaning.codes("""
            0 正常位置批量汇报 as usual
            1 盲区补报 backfill
            """);

    public LocationBatch(int type, List<Location> locations) {
        this(locations.size(), type, locations);
    }

    static LocationBatch pass(Pass<LocationBatch> p) {
        var count = p.word("数据项个数", "count", LocationBatch::count);
        var type = p.octet("位置数据类型", "type", TYPE, LocationBatch::type);
        return new LocationBatch(
                count, type, p.loose(count, "位置汇报数据项", "locations", LocationBatch::locations, LocationBatch::one));
    }

    private static Location one(Pass<Location> p) {
        return p.sized(Width.WORD, "位置汇报数据体", "location", it -> it, Location::pass);
    }
}

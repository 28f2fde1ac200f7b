package org.yiti.jt808.area;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Pass;

/**
 * The areas or routes that were asked for, as their setting messages have them (clause 8.46).
 *
 * @param type 1 circles, 2 rectangles, 3 polygons, 4 routes; of other types nothing is read
 */
public record AreaReply(int type, long count, List<Area> areas) {

    public static final Kind<AreaReply> KIND =
            Kind.of(0x0608, "查询区域或线路数据应答", "areas reply", AreaReply::pass).since(Version.V2019);

    public AreaReply(int type, List<Area> areas) {
        this(type, areas.size(), areas);
    }

    static AreaReply pass(Pass<AreaReply> p) {
        var type = p.octet("查询类型", "type", AreaQuestion.TYPE, AreaReply::type);
        var count = p.dword("查询数据数量", "count", AreaReply::count);
        var most = (int) Math.min(count, Integer.MAX_VALUE);
        return new AreaReply(
                type,
                count,
                type < 1 || type > 4 ? List.of() : p.list(most, "数据", "areas", AreaReply::areas, of(type)));
    }

    private static Layout<Area> of(int type) {
        return p -> switch (type) {
            case 1 -> p.item("圆形区域", "circle", it -> (Circle) it, Circle::pass);
            case 2 -> p.item("矩形区域", "rectangle", it -> (Rectangle) it, Rectangle::pass);
            case 3 -> p.item("多边形区域", "polygon", it -> (Polygon) it, Polygon::pass);
            default -> p.item("线路", "route", it -> (Route) it, Route::pass);
        };
    }
}

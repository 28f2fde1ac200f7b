package org.yiti.jt808.area;

import java.util.List;
import java.util.stream.Stream;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Pass;

/**
 * The areas or routes that were asked for, as their setting messages have them (clause 8.46): circles and rectangles with
 * action and count in front of each lot, which some terminals leave out.
 *
 * @param type 1 circles, 2 rectangles, 3 polygons, 4 routes; of other types nothing is read
 * @param count of the entries
 */
public record AreaReply(int type, long count, List<Entry> entries) {

    public static final Kind<AreaReply> KIND =
            Kind.of(0x0608, "查询区域或线路数据应答", "areas reply", AreaReply::pass).since(Version.V2019);

    /** One area or route, or a lot of circles or rectangles. */
    public sealed interface Entry permits Area, Circles, Rectangles {}

    public AreaReply(int type, List<Entry> entries) {
        this(type, entries.size(), entries);
    }

    /** All areas, whatever they came in. */
    public List<Area> areas() {
        return entries.stream().<Area>flatMap(AreaReply::areas).toList();
    }

    private static Stream<? extends Area> areas(Entry entry) {
        if (entry instanceof Circles circles) {
            return circles.areas().stream();
        }
        return entry instanceof Rectangles rectangles ? rectangles.areas().stream() : Stream.of((Area) entry);
    }

    static AreaReply pass(Pass<AreaReply> p) {
        var type = p.octet("查询类型", "type", AreaQuestion.TYPE, AreaReply::type);
        var count = p.dword("查询数据数量", "count", AreaReply::count);
        var bare = p.decide(look -> look.peek(0) == 0 && look.peek(1) == 0 ? 1 : 0, AreaReply::isBare) == 1;
        var most = (int) Math.min(count, Integer.MAX_VALUE);
        return new AreaReply(
                type,
                count,
                type < 1 || type > 4 ? List.of() : p.list(most, "数据", "entries", AreaReply::entries, of(type, bare)));
    }

    private int isBare() {
        return entries.stream().anyMatch(entry -> entry instanceof Circle || entry instanceof Rectangle) ? 1 : 0;
    }

    private static Layout<Entry> of(int type, boolean bare) {
        return p -> switch (type) {
            case 1 ->
                bare
                        ? p.item("圆形区域", "circle", it -> (Circle) it, Circle::pass)
                        : p.item("圆形区域", "circles", it -> (Circles) it, Circles::pass);
            case 2 ->
                bare
                        ? p.item("矩形区域", "rectangle", it -> (Rectangle) it, Rectangle::pass)
                        : p.item("矩形区域", "rectangles", it -> (Rectangles) it, Rectangles::pass);
            case 3 -> p.item("多边形区域", "polygon", it -> (Polygon) it, Polygon::pass);
            default -> p.item("线路", "route", it -> (Route) it, Route::pass);
        };
    }
}

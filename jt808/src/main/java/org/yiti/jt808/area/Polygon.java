package org.yiti.jt808.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/** A polygon; one a message (clause 8.41). */
public record Polygon(
        long id,
        int attributes,
        @Nullable Period period,
        @Nullable Limit limit,
        List<Area.Point> points,
        Addition addition)
        implements Area {

    public static final Kind<Polygon> KIND = Kind.of(0x8604, "设置多边形区域", "polygon", Polygon::pass);

    static Polygon pass(Pass<Polygon> p) {
        var id = p.dword("区域ID", "id", Polygon::id);
        var attributes = p.word("区域属性", "attributes", ATTRIBUTES, Polygon::attributes);
        return new Polygon(
                id,
                attributes,
                Area.period(p, attributes, Polygon::period),
                Area.limit(p, attributes, Polygon::limit),
                p.list(Width.WORD, "顶点", "points", Polygon::points, Point.of(attributes)),
                Area.addition(p, attributes, Polygon::addition));
    }
}

package org.yiti.jt808.area;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.layout.Pass;

/** A rectangle between its upper left and lower right corner (table 48). */
public record Rectangle(
        long id,
        int attributes,
        Area.Point upperLeft,
        Area.Point lowerRight,
        @Nullable Period period,
        @Nullable Limit limit,
        Addition addition)
        implements Area {

    static Rectangle pass(Pass<Rectangle> p) {
        var id = p.dword("区域ID", "id", Rectangle::id);
        var attributes = p.word("区域属性", "attributes", ATTRIBUTES, Rectangle::attributes);
        return new Rectangle(
                id,
                attributes,
                p.item("左上点", "upperLeft", Rectangle::upperLeft, Point.of(attributes)),
                p.item("右下点", "lowerRight", Rectangle::lowerRight, Point.of(attributes)),
                Area.period(p, attributes, Rectangle::period),
                Area.limit(p, attributes, Rectangle::limit),
                Area.addition(p, attributes, Rectangle::addition));
    }
}

package org.yiti.jt808.area;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/** A circle (table 44). */
public record Circle(
        long id,
        int attributes,
        Area.Point centre,
        long radiusMetres,
        @Nullable Period period,
        @Nullable Limit limit,
        Addition addition)
        implements Area {

    static Circle pass(Pass<Circle> p) {
        var id = p.dword("区域ID", "id", Circle::id);
        var attributes = p.word("区域属性", "attributes", ATTRIBUTES, Circle::attributes);
        return new Circle(
                id,
                attributes,
                p.item("中心点", "centre", Circle::centre, Point.of(attributes)),
                p.dword("半径", "radiusMetres", Meaning.METRES, Circle::radiusMetres),
                Area.period(p, attributes, Circle::period),
                Area.limit(p, attributes, Circle::limit),
                Area.addition(p, attributes, Circle::addition));
    }
}

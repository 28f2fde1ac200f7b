package org.yiti.jt808.area;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * Sets rectangles (clause 8.39).
 *
 * @param action 0 replace all, 1 append, 2 change
 */
public record Rectangles(int action, List<Rectangle> areas) implements AreaReply.Entry {

    public static final Kind<Rectangles> KIND = Kind.of(0x8602, "设置矩形区域", "rectangles", Rectangles::pass);

    static Rectangles pass(Pass<Rectangles> p) {
        return new Rectangles(
                p.octet("设置属性", "action", Circles.ACTION, Rectangles::action),
                p.list(Width.OCTET, "区域项", "areas", Rectangles::areas, Rectangle::pass));
    }
}

package org.yiti.jt808.area;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * Sets circles (clause 8.37).
 *
 * @param action 0 replace all, 1 append, 2 change
 */
public record Circles(int action, List<Circle> areas) implements AreaReply.Entry {

    public static final Kind<Circles> KIND = Kind.of(0x8600, "设置圆形区域", "circles", Circles::pass);

    static final Meaning ACTION = Meaning.codes("""
            0 更新区域 replace all
            1 追加区域 append
            2 修改区域 change
            """);

    static Circles pass(Pass<Circles> p) {
        return new Circles(
                p.octet("设置属性", "action", ACTION, Circles::action),
                p.list(Width.OCTET, "区域项", "areas", Circles::areas, Circle::pass));
    }
}

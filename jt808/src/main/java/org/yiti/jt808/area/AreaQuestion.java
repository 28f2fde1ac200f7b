package org.yiti.jt808.area;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/**
 * Asks for areas or routes a terminal holds (clause 8.45).
 *
 * @param type 1 circles, 2 rectangles, 3 polygons, 4 routes
 * @param ids none means all
 */
public record AreaQuestion(int type, List<Long> ids) {

    public static final Kind<AreaQuestion> KIND = Kind.of(0x8608, "查询区域或线路数据", "question for areas", AreaQuestion::pass)
            .since(Version.V2019);

    static final Meaning TYPE = Meaning.codes("""
            1 圆形区域 circles
            2 矩形区域 rectangles
            3 多边形区域 polygons
            4 线路 routes
            """);

    static AreaQuestion pass(Pass<AreaQuestion> p) {
        return new AreaQuestion(
                p.octet("查询类型", "type", TYPE, AreaQuestion::type),
                p.list(Width.DWORD, "区域ID列表", "ids", AreaQuestion::ids, id -> id.dword("区域ID", "id", Long::longValue)));
    }
}

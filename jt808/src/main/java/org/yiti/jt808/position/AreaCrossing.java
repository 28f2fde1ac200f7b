package org.yiti.jt808.position;

import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Which area or route was entered or left (table 29).
 *
 * @param direction 0 in, 1 out
 */
public record AreaCrossing(int placeType, long place, int direction) {

    private static final Meaning TYPE = Meaning.codes("""
            1 圆形区域 circle
            2 矩形区域 rectangle
            3 多边形区域 polygon
            4 路线 route
            """);
    private static final Meaning DIRECTION = Meaning.codes("""
            0 进 in
            1 出 out
            """);

    static AreaCrossing pass(Pass<AreaCrossing> p) {
        return new AreaCrossing(
                p.octet("位置类型", "placeType", TYPE, AreaCrossing::placeType),
                p.dword("区域或线路ID", "place", AreaCrossing::place),
                p.octet("方向", "direction", DIRECTION, AreaCrossing::direction));
    }
}

package org.yiti.jt808.position;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Where it was too fast (table 28).
 *
 * @param placeType 0 no particular place, 1 circle, 2 rectangle, 3 polygon, 4 segment
 * @param place its id, absent for type 0
 */
public record OverspeedPlace(int placeType, @Nullable Long place) {

    static final Meaning TYPE = Meaning.codes("""
            0 无特定位置 no particular place
            1 圆形区域 circle
            2 矩形区域 rectangle
            3 多边形区域 polygon
            4 路段 segment
            """);

    public OptionalLong placeId() {
        return place == null ? OptionalLong.empty() : OptionalLong.of(place);
    }

    static OverspeedPlace pass(Pass<OverspeedPlace> p) {
        return new OverspeedPlace(
                p.octet("位置类型", "placeType", TYPE, OverspeedPlace::placeType),
                p.optional(
                        "区域或路段ID",
                        "place",
                        OverspeedPlace::place,
                        id -> id.dword("区域或路段ID", "place", Long::longValue)));
    }
}

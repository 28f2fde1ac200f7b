package org.yiti.jt808.area;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/** Deletes areas or routes by their ids; none means all of them (clauses 8.38, 8.40, 8.42, 8.44). */
public record Deletion(List<Long> ids) {

    public static final Kind<Deletion> CIRCLES = Kind.of(0x8601, "删除圆形区域", "circle deletion", Deletion::pass);
    public static final Kind<Deletion> RECTANGLES = Kind.of(0x8603, "删除矩形区域", "rectangle deletion", Deletion::pass);
    public static final Kind<Deletion> POLYGONS = Kind.of(0x8605, "删除多边形区域", "polygon deletion", Deletion::pass);
    public static final Kind<Deletion> ROUTES = Kind.of(0x8607, "删除路线", "route deletion", Deletion::pass);

    static Deletion pass(Pass<Deletion> p) {
        return new Deletion(
                p.list(Width.OCTET, "区域ID列表", "ids", Deletion::ids, id -> id.dword("区域ID", "id", Long::longValue)));
    }
}

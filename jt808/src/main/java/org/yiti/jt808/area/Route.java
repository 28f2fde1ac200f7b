package org.yiti.jt808.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/** A route; one a message (clause 8.43). */
public record Route(long id, int attributes, @Nullable Period period, List<Turn> turns, Text name) implements Area {

    public static final Kind<Route> KIND = Kind.of(0x8606, "设置路线", "route", Route::pass);

    /**
     * A turning point and the segment that begins there.
     *
     * @param attributes bit 0 by time, 1 limits speed, 2 south, 3 west
     * @param duration how long the segment may take
     */
    public record Turn(
            long id,
            long segment,
            Area.Point point,
            int widthMetres,
            int attributes,
            @Nullable Duration duration,
            @Nullable Limit limit,
            @Nullable Integer nightMaxSpeed) {

        private static final int SOUTH = 2;
        private static final int WEST = 3;
        /** Bytes between the segment's id and its attributes. */
        private static final int POINT_AND_WIDTH = 9;

        private static final Meaning ATTRIBUTES = Meaning.bits("""
                0 行驶时间 by time
                1 限速 limits speed
                2 南纬 south
                3 西经 west
                """);

        static Turn pass(Pass<Turn> p) {
            var id = p.dword("拐点ID", "id", Turn::id);
            var segment = p.dword("路段ID", "segment", Turn::segment);
            var ahead = p.decide(look -> Math.max(0, look.peek(POINT_AND_WIDTH)), Turn::attributes);
            var point = p.item("拐点", "point", Turn::point, Point.layout(ahead, SOUTH, WEST));
            var width = p.octet("路段宽度", "widthMetres", Meaning.METRES, Turn::widthMetres);
            var attributes = p.octet("路段属性", "attributes", ATTRIBUTES, Turn::attributes);
            var duration =
                    Area.has(attributes, BY_TIME) ? p.item("路段行驶时间", "duration", Turn::duration, Duration::pass) : null;
            var limit = Area.limit(p, attributes, Turn::limit);
            var night = limit != null && p.version() == Version.V2019 ? night(p) : null;
            return new Turn(id, segment, point, width, attributes, duration, limit, night);
        }

        private static Integer night(Pass<Turn> p) {
            return p.word(
                    "夜间最高速度", "nightMaxSpeed", Meaning.KMH, it -> it.nightMaxSpeed == null ? 0 : it.nightMaxSpeed);
        }
    }

    /** Seconds that are too many and seconds that are too few. */
    public record Duration(int tooLong, int tooShort) {

        static Duration pass(Pass<Duration> p) {
            return new Duration(
                    p.word("路段行驶过长阈值", "tooLong", Meaning.SECONDS, Duration::tooLong),
                    p.word("路段行驶不足阈值", "tooShort", Meaning.SECONDS, Duration::tooShort));
        }
    }

    static Route pass(Pass<Route> p) {
        var id = p.dword("路线ID", "id", Route::id);
        var attributes = p.word("路线属性", "attributes", ATTRIBUTES, Route::attributes);
        return new Route(
                id,
                attributes,
                Area.period(p, attributes, Route::period),
                p.list(Width.WORD, "拐点", "turns", Route::turns, Turn::pass),
                p.version() == Version.V2019 ? p.text(Width.WORD, "路线名称", "name", Route::name) : Text.NONE);
    }
}

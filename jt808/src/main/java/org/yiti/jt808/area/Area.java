package org.yiti.jt808.area;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/** A circle, rectangle, polygon or route; ids are unique within each. Bits of the attributes say what else follows. */
public sealed interface Area extends AreaReply.Entry permits Circle, Rectangle, Polygon, Route {

    int BY_TIME = 0;
    int LIMITS_SPEED = 1;
    int SOUTH = 6;
    int WEST = 7;

    /** Table 45 of 2019. 2011 has neither the doors nor what is to be done inside. */
    Meaning ALL = Meaning.bits("""
            0 根据时间 by time
            1 限速 limits speed
            2 进区域报警给驾驶员 entering tells the driver
            3 进区域报警给平台 entering tells the platform
            4 出区域报警给驾驶员 leaving tells the driver
            5 出区域报警给平台 leaving tells the platform
            6 南纬 south
            7 西经 west
            8 禁止开门 doors stay closed
            14 进区域关闭通信模块 communication off inside
            15 进区域采集GNSS详细定位数据 detailed positions inside
            """);

    Meaning ATTRIBUTES = (value, version) -> ALL.of(value, version).stream()
            .map(word -> version == Version.V2011 && word.bit() >= 8 ? Meaning.reserved(word.bit()) : word)
            .toList();

    long id();

    int attributes();

    default boolean has(int bit) {
        return (attributes() >>> bit & 1) != 0;
    }

    static boolean has(int attributes, int bit) {
        return (attributes >>> bit & 1) != 0;
    }

    /** When it counts; year, month and day of zeros mean every day. */
    record Period(BcdTime start, BcdTime end) {

        static Period pass(Pass<Period> p) {
            return new Period(p.time("起始时间", "start", Period::start), p.time("结束时间", "end", Period::end));
        }
    }

    /** How fast one may be, and for how many seconds faster. */
    record Limit(int maxSpeed, int seconds) {

        static Limit pass(Pass<Limit> p) {
            return new Limit(
                    p.word("最高速度", "maxSpeed", Meaning.KMH, Limit::maxSpeed),
                    p.octet("超速持续时间", "seconds", Meaning.SECONDS, Limit::seconds));
        }
    }

    /** A place in 10⁻⁶ degrees without a sign. */
    record Point(long latitude, long longitude) {

        /** With the signs two bits of the attributes give it. */
        static Layout<Point> layout(int attributes, int south, int west) {
            return p -> new Point(
                    p.dword("纬度", "latitude", signed(attributes, south), Point::latitude),
                    p.dword("经度", "longitude", signed(attributes, west), Point::longitude));
        }

        static Layout<Point> of(int attributes) {
            return layout(attributes, SOUTH, WEST);
        }

        private static Meaning signed(int attributes, int bit) {
            return has(attributes, bit) ? MINUS : Meaning.DEGREES;
        }

        private static final Meaning MINUS = Meaning.DEGREES.as(value -> -value);
    }

    /**
     * What 2019 added.
     *
     * @param nightMaxSpeed km/h, only there where speed is limited
     */
    record Addition(@Nullable Integer nightMaxSpeed, Text name) {

        static final Addition NONE = new Addition(null, Text.NONE);

        static Addition pass(Pass<Addition> p, boolean limited) {
            return new Addition(limited ? night(p) : null, p.text(Width.WORD, "区域名称", "name", Addition::name));
        }

        private static int night(Pass<Addition> p) {
            return p.word(
                    "夜间最高速度", "nightMaxSpeed", Meaning.KMH, it -> it.nightMaxSpeed == null ? 0 : it.nightMaxSpeed);
        }
    }

    static <T> @Nullable Period period(
            Pass<T> p, int attributes, java.util.function.Function<T, @Nullable Period> get) {
        return has(attributes, BY_TIME) ? p.item("时段", "period", get::apply, Period::pass) : null;
    }

    static <T> @Nullable Limit limit(Pass<T> p, int attributes, java.util.function.Function<T, @Nullable Limit> get) {
        return has(attributes, LIMITS_SPEED) ? p.item("限速", "limit", get::apply, Limit::pass) : null;
    }

    static <T> Addition addition(Pass<T> p, int attributes, java.util.function.Function<T, Addition> get) {
        return p.version() == Version.V2019
                ? p.item("2019版附加", "addition", get, a -> Addition.pass(a, has(attributes, LIMITS_SPEED)))
                : Addition.NONE;
    }
}

package org.yiti.jt808.media;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.position.Location;

/**
 * A picture, sound or film itself (clause 8.52). In 2011 it came in parts of its own making; since 2013 in packages of the
 * header, of which only the first has what stands in front of the data.
 *
 * @param location where it was made, since 2013
 * @param part of how many, in 2011; some terminals leave it out
 */
public record MediaData(
        MediaEvent event,
        @Nullable Location location,
        @Nullable Part part,
        Bytes data) {

    public static final Kind<MediaData> KIND = Kind.of(0x0801, "多媒体数据上传", "multimedia data", MediaData::pass);

    private static final int BARE = 0;
    private static final int LOCATED = 1;
    private static final int IN_PARTS = 2;

    /** One of several. */
    public record Part(long total, long number) {

        private static final int BYTES = 8;

        /** Whether what lies ahead may be a total and a number within it. */
        private static boolean isOne(Look look) {
            var high = look.peek(0) << 8 | look.peek(1) | look.peek(4) << 8 | look.peek(5);
            var total = look.peek(2) << 8 | look.peek(3);
            var number = look.peek(6) << 8 | look.peek(7);
            return look.remaining() >= BYTES && high == 0 && number >= 1 && number <= total;
        }

        static Part pass(Pass<Part> p) {
            return new Part(p.dword("总包数", "total", Part::total), p.dword("包ID", "number", Part::number));
        }
    }

    static MediaData pass(Pass<MediaData> p) {
        var in2011 = p.version() == Version.V2011;
        var event = p.item("多媒体信息", "event", MediaData::event, MediaEvent::pass);
        var form = p.decide(look -> form(in2011, look), MediaData::form);
        return new MediaData(
                event,
                form == LOCATED ? p.item("位置信息汇报", "location", MediaData::location, Location::basic) : null,
                form == IN_PARTS ? p.item("分包", "part", MediaData::part, Part::pass) : null,
                p.rest("多媒体数据包", "data", MediaData::data));
    }

    /** By what the bytes can be; where they can be nothing, by the edition. */
    private static int form(boolean in2011, Look look) {
        if (isPlace(look)) {
            return LOCATED;
        }
        if (Part.isOne(look)) {
            return IN_PARTS;
        }
        return in2011 || look.remaining() < Location.BASIC ? BARE : LOCATED;
    }

    /** Whether there is a place on earth, a direction and a time ahead. */
    private static boolean isPlace(Look look) {
        return look.remaining() >= Location.BASIC
                && dword(look, 8) <= 90_000_000L
                && dword(look, 12) <= 180_000_000L
                && dword(look, 20) >>> 16 <= 360
                && new BcdTime((dword(look, 22) << 16) | (dword(look, 24) & 0xffff)).isPossible();
    }

    private static long dword(Look look, int at) {
        return (long) look.peek(at) << 24 | look.peek(at + 1) << 16 | look.peek(at + 2) << 8 | look.peek(at + 3);
    }

    private int form() {
        return location != null ? LOCATED : part != null ? IN_PARTS : BARE;
    }
}

package org.yiti.jt808.media;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.position.Location;

/**
 * A picture, sound or film itself (clause 8.52). In 2011 it came in parts of its own making; since 2013 in packages of the
 * header, of which only the first has what stands in front of the data.
 *
 * @param location where it was made, since 2013
 * @param part of how many, in 2011
 */
public record MediaData(
        MediaEvent event,
        @Nullable Location location,
        @Nullable Part part,
        Bytes data) {

    public static final Kind<MediaData> KIND = Kind.of(0x0801, "多媒体数据上传", "multimedia data", MediaData::pass);

    /** One of several. */
    public record Part(long total, long number) {

        static Part pass(Pass<Part> p) {
            return new Part(p.dword("总包数", "total", Part::total), p.dword("包ID", "number", Part::number));
        }
    }

    static MediaData pass(Pass<MediaData> p) {
        var event = p.item("多媒体信息", "event", MediaData::event, MediaEvent::pass);
        var in2011 = p.version() == Version.V2011;
        return new MediaData(
                event,
                in2011 ? null : p.item("位置信息汇报", "location", MediaData::location, Location::basic),
                in2011 ? p.item("分包", "part", MediaData::part, Part::pass) : null,
                p.rest("多媒体数据包", "data", MediaData::data));
    }
}

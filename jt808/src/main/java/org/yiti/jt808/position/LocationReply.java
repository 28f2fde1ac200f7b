package org.yiti.jt808.position;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Pass;

/**
 * A position that was asked for (clause 8.24), or that follows a vehicle control (clause 8.36).
 *
 * @param serial of the question or the control
 */
public record LocationReply(int serial, Location location) {

    public static final Kind<LocationReply> KIND = Kind.of(0x0201, "位置信息查询应答", "location reply", LocationReply::pass);
    public static final Kind<LocationReply> OF_CONTROL =
            Kind.of(0x0500, "车辆控制应答", "vehicle control reply", LocationReply::pass);

    static LocationReply pass(Pass<LocationReply> p) {
        return new LocationReply(
                p.word("应答流水号", "serial", LocationReply::serial),
                p.item("位置信息汇报", "location", LocationReply::location, Location::pass));
    }
}

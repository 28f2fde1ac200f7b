package org.yiti.simulator.terminal;

import java.util.List;
import java.util.stream.LongStream;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.media.MediaData;
import org.yiti.jt808.media.MediaEvent;
import org.yiti.jt808.media.Shot;

/** The camera of one terminal: takes the pictures it is told to take, each under a number of its own. */
final class Camera {

    private static final int MOST = 5;
    private static final long CHINA = 8 * 3_600;

    private long next = 1;

    /** @param from where the vehicle is */
    List<MediaData> take(Shot shot, Report from) {
        var ids = LongStream.range(next, next + Math.min(MOST, shot.command())).boxed();
        next += Math.min(MOST, shot.command());
        var hour = (int) Math.floorMod((from.second() + CHINA) / 3600, 24L);
        return ids.map(id -> new MediaData(
                        new MediaEvent(id, 0, 0, 0, shot.channel()),
                        from.location(),
                        null,
                        Bytes.of(Lens.jpeg(hour, from.second() * MOST + id))))
                .toList();
    }

    static Shot.Reply reply(int serial, List<MediaData> taken) {
        return new Shot.Reply(
                serial, 0, taken.stream().map(one -> one.event().id()).toList());
    }
}

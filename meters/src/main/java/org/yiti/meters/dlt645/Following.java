package org.yiti.meters.dlt645;

import static org.yiti.meters.MeterRefusal.FOLLOWING_FRAMES_TOO_MANY;
import static org.yiti.meters.MeterRefusal.FOLLOWING_FRAME_OUT_OF_ORDER;
import static org.yiti.meters.MeterRefusal.REPLY_TO_ANOTHER_QUESTION;

import java.util.Map;
import org.yiti.meters.MeterRefused;

/** Puts together what a meter says in several frames; a value, so that it can wait in a store. */
public record Following(Answer.Data soFar, int frames) {

    /** A load profile of a month in frames of 200 bytes is well within. */
    static final int MOST_FRAMES = 255;

    public static Following of(Answer.Data first) {
        return new Following(first, 0);
    }

    public boolean complete() {
        return !soFar.more();
    }

    /** The question for what is still missing. */
    public Question next(MeterAddress address) {
        return Question.follow(address, soFar.id(), frames + 1);
    }

    public Following and(Answer.Data next) {
        if (frames >= MOST_FRAMES) {
            throw new MeterRefused(FOLLOWING_FRAMES_TOO_MANY);
        }
        if (!next.id().equals(soFar.id()) || complete()) {
            throw new MeterRefused(REPLY_TO_ANOTHER_QUESTION);
        }
        var expected = frames + 1;
        if (!next.id().is1997() && next.number() != expected) {
            throw new MeterRefused(FOLLOWING_FRAME_OUT_OF_ORDER, Map.of("expected", expected, "found", next.number()));
        }
        var joined = soFar.octets().plus(next.octets());
        return new Following(new Answer.Data(soFar.id(), joined, next.more(), expected), expected);
    }
}

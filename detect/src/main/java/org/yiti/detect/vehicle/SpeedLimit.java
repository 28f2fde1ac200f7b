package org.yiti.detect.vehicle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yiti.detect.geo.Area;

/**
 * How fast somebody says it may be driven; which limit is the law's is not known here.
 *
 * @param id stands in the facts
 * @param kmh what is faster is too fast
 * @param least for how long: overtaking is shorter
 * @param where null for everywhere
 */
public record SpeedLimit(
        String id, double kmh, Duration least, @Nullable Area where) {

    public static SpeedLimit everywhere(String id, double kmh) {
        return new SpeedLimit(id, kmh, Duration.ofSeconds(10), null);
    }
}

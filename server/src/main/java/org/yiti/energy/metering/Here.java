package org.yiti.energy.metering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.yiti.meters.interval.Span;
import org.yiti.meters.interval.Step;

/** Hours, days and months of China's clock. */
final class Here {

    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private Here() {}

    static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZONE).toLocalDate();
    }

    static long millis(LocalDate day) {
        return day.atStartOfDay().toInstant(ZONE).toEpochMilli();
    }

    /** Days are made as wholes: what touches an hour makes its day anew. */
    static Span wholeDays(Span span) {
        return new Span(Step.DAY.start(span.fromMillis(), ZONE), Step.DAY.ceil(span.untilMillis(), ZONE));
    }
}

package org.yiti.energy.facts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;
import org.yiti.calendar.WorkCalendar;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.meter.Calendar;
import org.yiti.detect.meter.MeterDetectors;
import org.yiti.detect.meter.Metering;
import org.yiti.detect.meter.Reading;

/**
 * What every meter's hours are told to. The calendar is part of it: with other holidays it is another detector, and
 * everything is folded anew.
 */
@Component
class MeterKit {

    /** As days of meters have it: China's clock. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2050, 1, 1);

    private final Detector<Reading, Object[]> detector;
    private final String name;

    MeterKit(WorkCalendar calendar) {
        this.detector = MeterDetectors.all(Metering.hourly(ZONE), day -> work(calendar, LocalDate.ofEpochDay(day)));
        this.name = detector.name() + " " + detector.version() + " " + edition(calendar);
    }

    private static Calendar.Work work(WorkCalendar calendar, LocalDate day) {
        if (!calendar.isCovered(day.getYear())) {
            return Calendar.Work.UNKNOWN;
        }
        return calendar.isWorkday(day) ? Calendar.Work.WORKDAY : Calendar.Work.DAY_OFF;
    }

    private static String edition(WorkCalendar calendar) {
        var sum = new CRC32();
        FIRST.datesUntil(AFTER).forEach(day -> sum.update(work(calendar, day).ordinal()));
        return Long.toHexString(sum.getValue());
    }

    /** With its version: what was folded by another is folded again. */
    String name() {
        return name;
    }

    Detector<Reading, Object[]> detector() {
        return detector;
    }

    byte[] bytes(Object[] state) {
        var sink = new ByteSink();
        detector.write(state, sink);
        return sink.bytes();
    }

    Object[] state(byte[] bytes) {
        return detector.read(new ByteSource(bytes));
    }

    static long millis(LocalDate day) {
        return day.atStartOfDay().toInstant(ZONE).toEpochMilli();
    }
}

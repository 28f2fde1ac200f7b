package org.yiti.energy.metering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.LedgerChanged;

/** Writes days that were made, notes what they change of closed months, and lets whoever judges know. */
@Component
class PutDays {

    private final DayRows rows;
    private final MonthEntries months;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PutDays(DayRows rows, MonthEntries months, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.months = months;
        this.events = events;
        this.clock = clock;
    }

    int put(List<DayMade> days, Map<UUID, MeterFile> meters) {
        var changed = rows.write(days);
        if (!changed.isEmpty()) {
            months.correct(changed);
            tell(changed, meters);
        }
        return changed.size();
    }

    /** Rules judge days and months that are over: what the running day adds need not wake anybody. */
    private void tell(List<DayRows.Changed> changed, Map<UUID, MeterFile> meters) {
        var today = LocalDate.now(clock);
        var institutions = new HashSet<UUID>();
        for (var one : changed) {
            var meter = meters.get(one.meter());
            if (meter != null && one.day().isBefore(today)) {
                institutions.add(meter.institution());
            }
        }
        if (!institutions.isEmpty()) {
            events.publishEvent(new LedgerChanged("energy.reading", institutions));
        }
    }
}

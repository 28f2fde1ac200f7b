package org.yiti.energy.metering;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes all days of meters anew from what is kept of them. Those that come out as they were are not written. */
@Component
public class RecomputeMeters {

    private final MeterFiles files;
    private final MeterStates states;
    private final MadeAnew madeAnew;
    private final PutDays putDays;
    private final JdbcTemplate database;

    RecomputeMeters(MeterFiles files, MeterStates states, MadeAnew madeAnew, PutDays putDays, JdbcTemplate database) {
        this.files = files;
        this.states = states;
        this.madeAnew = madeAnew;
        this.putDays = putDays;
        this.database = database;
    }

    /** In a transaction of its own, so that a thousand meters do not keep a thousand others waiting. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int again(Collection<UUID> meters) {
        var locked = states.lock(files.of(meters).values());
        var entered = files.of(locked.keySet());
        var made = madeAnew.whole(entered.values(), states.intervals(locked.keySet()));
        states.failed(locked.keySet(), made.failures());
        var days = made.days();
        days.addAll(unknown(locked.keySet(), days, made.failures().keySet()));
        return putDays.put(days, entered);
    }

    /** Days that stand there and follow from nothing any more. */
    private List<DayMade> unknown(Collection<UUID> meters, List<DayMade> made, Collection<UUID> failed) {
        var known = new HashSet<DayRows.Changed>();
        made.forEach(day -> known.add(new DayRows.Changed(day.meter(), Here.day(day.startMillis()))));
        return database
                .query(
                        "select meter_id, day from energy.meter_day where meter_id = any (?::uuid[]) and nanos is not null",
                        (row, n) ->
                                new DayRows.Changed(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                        (Object) meters.stream()
                                .filter(meter -> !failed.contains(meter))
                                .toArray(UUID[]::new))
                .stream()
                .filter(day -> !known.contains(day))
                .map(day -> new DayMade(day.meter(), Here.millis(day.day()), null, List.of()))
                .toList();
    }
}

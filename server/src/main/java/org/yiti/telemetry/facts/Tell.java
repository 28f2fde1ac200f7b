package org.yiti.telemetry.facts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.detect.Changes;
import org.yiti.detect.Fact;
import org.yiti.detect.Timeline;
import org.yiti.detect.vehicle.Position;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.kernel.stream.KeptFacts.Changed;
import org.yiti.telemetry.TripsTold;

/** Writes facts down and tells the house of those that are over; what is still open changes with every report. */
@Component
class Tell {

    private static final String TRIP = "vehicle.trip";
    private static final String SILENCE = "vehicle.silence";
    /** Nobody judges where a vehicle stood by day. */
    private static final Set<String> UNHEARD = Set.of(TRIP, "vehicle.stop");

    private static final long LONGEST_SILENCE = Duration.ofDays(62).toMillis();

    private final FactStore store;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final Clock clock;

    Tell(FactStore store, ApplicationEventPublisher events, JdbcClient database, Clock clock) {
        this.store = store;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    void changes(int terminal, Changes changes) {
        var heard = store.removeSilences(terminal);
        tell(terminal, changes.asserted(), () -> {
            var changed = new ArrayList<>(store.remove(terminal, changes.withdrawn()));
            changed.addAll(store.put(terminal, changes.asserted()));
            return changed;
        });
        if (heard) {
            others(terminal);
        }
    }

    /** What was found anew of the time since. */
    void everything(int terminal, long since, Map<Fact.Id, Fact> facts) {
        tell(terminal, facts.values(), () -> store.replace(terminal, since, facts));
    }

    /** @param write what it changed */
    private void tell(int terminal, Collection<Fact> facts, Supplier<List<Changed>> write) {
        var openTrips = facts.stream()
                .filter(fact -> !fact.settled() && fact.kind().equals(TRIP))
                .map(Fact::id)
                .toList();
        var changed = new ArrayList<>(store.settled(terminal, openTrips));
        changed.addAll(write.get());
        changed.removeIf(one -> !one.settled());
        var trips = changed.stream()
                .filter(one -> one.kind().equals(TRIP))
                .mapToLong(Changed::start)
                .summaryStatistics();
        if (trips.getCount() > 0) {
            events.publishEvent(new TripsTold(
                    terminal, Instant.ofEpochMilli(trips.getMin()), Instant.ofEpochMilli(trips.getMax() + 1)));
        }
        if (changed.stream().anyMatch(one -> !UNHEARD.contains(one.kind()))) {
            others(terminal);
        }
    }

    /** @return when it will be silent, if it is not */
    OptionalLong silence(int terminal, Timeline<Position, ?> timeline) {
        var last = timeline.last();
        if (last.isEmpty()) {
            return last;
        }
        var silences = silent(timeline, clock.millis());
        if (silences.isEmpty()) {
            return silentFrom(timeline, last.getAsLong());
        }
        if (!store.put(terminal, silences).isEmpty()) {
            others(terminal);
        }
        return OptionalLong.empty();
    }

    private static List<Fact> silent(Timeline<Position, ?> timeline, long asOf) {
        return timeline.openAt(asOf).stream()
                .filter(fact -> fact.kind().equals(SILENCE))
                .toList();
    }

    /** The detector knows what is long for this terminal; when that is, is found by asking it, to the second. */
    private static OptionalLong silentFrom(Timeline<Position, ?> timeline, long last) {
        var still = last;
        var silent = last + LONGEST_SILENCE;
        if (silent(timeline, silent).isEmpty()) {
            return OptionalLong.empty();
        }
        while (silent - still > 1000) {
            var middle = (still + silent) / 2;
            if (silent(timeline, middle).isEmpty()) {
                still = middle;
            } else {
                silent = middle;
            }
        }
        return OptionalLong.of(silent);
    }

    private void others(int terminal) {
        var institutions = Set.copyOf(
                database.sql("select distinct institution_id from telemetry.fitting where terminal = :terminal")
                        .param("terminal", terminal)
                        .query(UUID.class)
                        .list());
        if (!institutions.isEmpty()) {
            events.publishEvent(new LedgerChanged("telemetry.fact", institutions));
        }
    }
}

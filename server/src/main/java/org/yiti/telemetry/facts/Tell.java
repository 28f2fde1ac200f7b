package org.yiti.telemetry.facts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.detect.Changes;
import org.yiti.detect.Fact;
import org.yiti.detect.Timeline;
import org.yiti.detect.vehicle.Position;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.telemetry.TripsTold;

/** Writes facts down and tells the house of those that are over; what is still open changes with every report. */
@Component
class Tell {

    private static final String TRIP = "vehicle.trip";
    private static final String SILENCE = "vehicle.silence";
    /** Nobody judges where a vehicle stood by day. */
    private static final Set<String> UNHEARD = Set.of(TRIP, "vehicle.stop");

    private static final long LONGEST_SILENCE = Duration.ofDays(62).toMillis();
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

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
        var open = changes.asserted().stream()
                .filter(fact -> !fact.settled() && fact.kind().equals(TRIP))
                .map(Fact::id)
                .toList();
        var reopened = store.anySettled(terminal, open) ? open : List.<Fact.Id>of();
        store.remove(terminal, changes.withdrawn());
        store.put(terminal, changes.asserted());
        var over = changes.asserted().stream().filter(Fact::settled).map(Fact::id);
        var touched = Stream.of(over, changes.withdrawn().stream(), reopened.stream())
                .flatMap(ids -> ids)
                .toList();
        var trips = touched.stream()
                .filter(id -> id.kind().equals(TRIP))
                .mapToLong(Fact.Id::start)
                .summaryStatistics();
        if (trips.getCount() > 0) {
            trips(terminal, trips.getMin(), Instant.ofEpochMilli(trips.getMax() + 1));
        }
        if (heard || touched.stream().anyMatch(id -> !UNHEARD.contains(id.kind()))) {
            others(terminal);
        }
    }

    /** That was found anew of the time since. */
    void everything(int terminal, long since, Map<Fact.Id, Fact> facts) {
        store.replace(terminal, since, facts);
        // A trip that is known since then may have begun before.
        trips(terminal, Math.max(0, since - Duration.ofDays(3).toMillis()), END);
        others(terminal);
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
        store.put(terminal, silences);
        others(terminal);
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

    private void trips(int terminal, long since, Instant until) {
        events.publishEvent(new TripsTold(terminal, Instant.ofEpochMilli(since), until));
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

package org.yiti.energy.facts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.detect.Fact;
import org.yiti.kernel.ledger.LedgerChanged;

/**
 * Folds what has changed of one meter, all in one transaction: what it takes from the due, the facts, how far it is. Days
 * are made anew as wholes wherever readings touch them, so a fold begins at the newest state before the first changed day,
 * reads the days since, and makes everything known since then be what they say. In whatever order readings came, and
 * however often, the days are the same, and so are the facts.
 */
@Component
class FoldMeter {

    /** Nothing for a day is a silence, as for {@code meter.missing}. */
    static final Duration SILENT_AFTER = Duration.ofDays(1);

    /** What rules ask for; nobody judges the others. */
    private static final Set<String> HEARD = Set.of("meter.missing", "meter.zero", "meter.stuck", "meter.night");

    private static final String MISSING = "meter.missing";
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** @param speaks whether it reports by itself, so that its silence is one */
    private record Meter(UUID id, UUID institution, String detector, boolean speaks) {}

    private final JdbcClient database;
    private final MeterKit kit;
    private final MeterDue due;
    private final Ground ground;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What facts are made of and kept in. */
    @Component
    record Ground(KnownHours hours, MeterCheckpoints checkpoints, MeterFacts facts) {}

    FoldMeter(
            JdbcClient database,
            MeterKit kit,
            MeterDue due,
            Ground ground,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.kit = kit;
        this.due = due;
        this.ground = ground;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void fold(UUID id) {
        var meter = lock(id);
        var since = due.take(id);
        if (meter.isEmpty() || since.isEmpty()) {
            return;
        }
        fold(meter.get(), since.get());
    }

    /** Whoever folds a meter holds its row until that is durable. */
    private Optional<Meter> lock(UUID id) {
        database.sql("""
                        insert into energy.meter_fold (meter_id, detector) select id, '' from energy.meter where id = :id
                        on conflict do nothing
                        """).param("id", id).update();
        return database.sql("""
                        select m.id, m.institution_id, f.detector,
                               coalesce(s.heard_at is not null and m.removed_on is null, false) as speaks
                          from energy.meter_fold f
                          join energy.meter m on m.id = f.meter_id
                          left join energy.meter_state s on s.meter_id = m.id
                         where f.meter_id = :id for update of f
                        """)
                .param("id", id)
                .query((row, n) -> new Meter(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getBoolean(4)))
                .optional();
    }

    private void fold(Meter meter, LocalDate since) {
        var start = start(meter, since);
        var from = start.map(MeterCheckpoints.Start::before).orElse(MeterDue.FROM_THE_START);
        var days = ground.hours().since(meter.id(), from);
        var facts = new TreeMap<Fact.Id, Fact>();
        var state = start.map(one -> kit.state(one.state()))
                .orElseGet(() -> kit.detector().start(meter.id().toString()));
        state = through(meter, days, from, state, facts);
        var last = last(meter, days);
        Long silentFrom = null;
        if (last != null) {
            kit.detector().open(state, last, fact -> facts.put(fact.id(), fact));
            silentFrom = silence(meter, state, last, facts);
        }
        note(meter, last, silentFrom);
        var changed = ground.facts().replace(meter.id(), MeterKit.millis(from), facts);
        if (changed.stream().anyMatch(one -> HEARD.contains(one.kind()))) {
            events.publishEvent(new LedgerChanged("energy.meter_fact", Set.of(meter.institution())));
        }
    }

    private Optional<MeterCheckpoints.Start> start(Meter meter, LocalDate since) {
        if (meter.detector().equals(kit.name()) && !since.equals(MeterDue.FROM_THE_START)) {
            return ground.checkpoints().before(meter.id(), since);
        }
        ground.checkpoints().removeAll(meter.id());
        return Optional.empty();
    }

    private Object[] through(
            Meter meter, List<KnownHours.Day> days, LocalDate from, Object[] start, Map<Fact.Id, Fact> facts) {
        var state = start;
        if (days.isEmpty()) {
            return state;
        }
        var last = days.get(days.size() - 1).day();
        for (var day : days) {
            if (day.day().isAfter(from) && MeterCheckpoints.keeps(day.day(), last)) {
                ground.checkpoints().keep(meter.id(), day.day(), kit.bytes(state));
            }
            for (var hour : day.hours()) {
                state = kit.detector().next(state, hour, fact -> facts.put(fact.id(), fact));
            }
        }
        ground.checkpoints().thin(meter.id(), last);
        return state;
    }

    /** The last hour that is known: of these days, or of the time before them. */
    private @Nullable Long last(Meter meter, List<KnownHours.Day> days) {
        for (var i = days.size() - 1; i >= 0; i--) {
            var hours = days.get(i).hours();
            if (!hours.isEmpty()) {
                return hours.get(hours.size() - 1).at();
            }
        }
        return database.sql("""
                        select (d.day + make_interval(hours => h.n - 1)) at time zone 'Asia/Shanghai' as at
                          from energy.meter_day d cross join lateral
                               (select max(n)::int as n from unnest(d.hours) with ordinality u(amount, n) where amount is not null) h
                         where d.meter_id = :meter and h.n is not null order by d.day desc limit 1
                        """)
                .param("meter", meter.id())
                .query((row, n) -> row.getTimestamp(1).getTime())
                .optional()
                .orElse(null);
    }

    /** @return when it will be silent, if it reports by itself and is not */
    private @Nullable Long silence(Meter meter, Object[] state, long last, Map<Fact.Id, Fact> facts) {
        if (!meter.speaks()) {
            return null;
        }
        var now = clock.millis();
        if (now - last < SILENT_AFTER.toMillis() + HOUR) {
            return last + SILENT_AFTER.toMillis() + HOUR;
        }
        kit.detector().open(state, now - now % HOUR, fact -> {
            if (fact.kind().equals(MISSING)) {
                facts.put(fact.id(), fact);
            }
        });
        return null;
    }

    private void note(Meter meter, @Nullable Long last, @Nullable Long silentFrom) {
        database.sql(
                        "update energy.meter_fold set detector = :detector, last_at = :last, silent_from = :silent where meter_id = :meter")
                .param("detector", kit.name())
                .param("last", last == null ? null : new Timestamp(last))
                .param("silent", silentFrom == null ? null : new Timestamp(silentFrom))
                .param("meter", meter.id())
                .update();
    }
}

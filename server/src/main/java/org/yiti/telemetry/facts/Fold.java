package org.yiti.telemetry.facts;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.detect.Checkpoint;
import org.yiti.detect.Fact;
import org.yiti.detect.Timeline;
import org.yiti.detect.vehicle.Position;
import org.yiti.telemetry.facts.Timelines.Held;

/**
 * Folds what has come of one terminal, all in one transaction: what it takes from the due, the facts, how far it is. With
 * the timeline in hand it goes on from there; otherwise, and where something came too late for that, it begins at a
 * checkpoint, reads the positions since and makes everything known since then be what they say.
 */
@Component
class Fold {

    private record Row(long folds, String detector) {}

    private final JdbcTemplate database;
    private final Detectors detectors;
    private final Due due;
    private final Timelines timelines;
    private final Ground ground;
    private final Tell tell;

    Fold(JdbcTemplate database, Detectors detectors, Due due, Timelines timelines, Ground ground, Tell tell) {
        this.database = database;
        this.detectors = detectors;
        this.due = due;
        this.timelines = timelines;
        this.ground = ground;
        this.tell = tell;
    }

    /** @return what to hold in hand once it is durable; empty when nothing was due */
    @Transactional
    public Optional<Held> fold(int terminal) {
        var row = lock(terminal);
        var since = due.take(terminal);
        if (since.isEmpty()) {
            return Optional.empty();
        }
        var kit = detectors.kit(terminal);
        var from = Math.max(since.getAsLong(), ground.horizon());
        var held = timelines.take(terminal).filter(one -> isOf(one, row, kit) && from >= floor(one.timeline()));
        Timeline<Position, ?> timeline =
                held.isPresent() ? goOn(terminal, from, held.get().timeline()) : anew(terminal, from, row, kit);
        var kept = keep(terminal, timeline, held.map(Held::kept).orElse(Long.MIN_VALUE));
        var silentFrom = tell.silence(terminal, timeline);
        database.update(
                "update telemetry.timeline set folds = folds + 1, detector = ?, last_at = ?, silent_from = ? where terminal = ?",
                kit.name(),
                at(timeline.last()),
                at(silentFrom),
                terminal);
        return Optional.of(new Held(row.folds() + 1, kit.name(), timeline, kept));
    }

    /** Whoever folds a terminal holds its row until that is durable. */
    private Row lock(int terminal) {
        database.update(
                "insert into telemetry.timeline (terminal, detector) values (?, '') on conflict do nothing", terminal);
        return database.queryForObject(
                "select folds, detector from telemetry.timeline where terminal = ? for update",
                (row, n) -> new Row(row.getLong(1), row.getString(2)),
                terminal);
    }

    private static boolean isOf(Held held, Row row, Detectors.Kit kit) {
        return held.folds() == row.folds()
                && row.detector().equals(kit.name())
                && held.detector().equals(kit.name());
    }

    private static long floor(Timeline<Position, ?> timeline) {
        return timeline.checkpoint().before();
    }

    private Timeline<Position, ?> goOn(int terminal, long since, Timeline<Position, ?> timeline) {
        ground.positions(terminal, since, some -> tell.changes(terminal, timeline.add(some)));
        return timeline;
    }

    private Timeline<Position, ?> anew(int terminal, long since, Row row, Detectors.Kit kit) {
        var start = row.detector().equals(kit.name()) && since != Due.FROM_THE_START
                ? ground.checkpoint(terminal, since)
                : ground.none(terminal);
        var from = Math.max(start.map(Checkpoint::before).orElse(Due.FROM_THE_START), ground.horizon());
        var timeline = start.isPresent() ? kit.from(start.get()) : kit.start(terminal);
        var facts = new TreeMap<Fact.Id, Fact>();
        ground.positions(terminal, from, some -> {
            var changes = timeline.add(some);
            changes.withdrawn().forEach(facts::remove);
            changes.asserted().forEach(fact -> facts.put(fact.id(), fact));
            keep(terminal, timeline, Long.MIN_VALUE);
        });
        tell.everything(terminal, from, facts);
        return timeline;
    }

    private long keep(int terminal, Timeline<Position, ?> timeline, long kept) {
        var checkpoint = timeline.checkpoint();
        if (checkpoint.before() > kept) {
            ground.keep(terminal, checkpoint);
            return checkpoint.before();
        }
        return kept;
    }

    private static @Nullable Timestamp at(OptionalLong millis) {
        return millis.isPresent() ? new Timestamp(millis.getAsLong()) : null;
    }
}

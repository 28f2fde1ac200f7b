package org.yiti.telemetry.facts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.detect.Checkpoint;
import org.yiti.detect.vehicle.Position;

/** What facts are made of: positions, states to begin at, and how far back there are any. */
@Component
class Ground {

    private final RawPositions positions;
    private final Checkpoints checkpoints;
    private final JdbcClient database;

    Ground(RawPositions positions, Checkpoints checkpoints, JdbcClient database) {
        this.positions = positions;
        this.checkpoints = checkpoints;
        this.database = database;
    }

    /** Positions before were deleted: what was made of them stays as it is. */
    long horizon() {
        return database.sql("select since from telemetry.horizon")
                .query((row, n) -> row.getTimestamp(1).getTime())
                .optional()
                .orElse(Due.FROM_THE_START);
    }

    void positions(int terminal, long since, Consumer<List<Position>> some) {
        positions.since(terminal, since, some);
    }

    Optional<Checkpoint> checkpoint(int terminal, long since) {
        return checkpoints.before(terminal, since);
    }

    Optional<Checkpoint> none(int terminal) {
        checkpoints.removeAll(terminal);
        return Optional.empty();
    }

    void keep(int terminal, Checkpoint checkpoint) {
        // Before anything was forgotten there is nothing but the beginning.
        if (checkpoint.before() > Due.FROM_THE_START) {
            checkpoints.keep(terminal, checkpoint);
        }
    }
}

package org.yiti.telemetry.track;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.kernel.Landing;
import org.yiti.kernel.MonthParts;
import org.yiti.kernel.Sha256;

/** Writes what many terminals said in one transaction. What stands there already is not written again. */
@Component
class StoreBatches implements BatchStore {

    private static final Landing POSITIONS = Landing.ofNewBytes(
            "telemetry.position",
            "terminal, at, digest, lat, lon, alarm, status, speed, direction, altitude, odometer, fuel, extras, received_at");
    private static final int COLUMNS = 14;
    private static final int BYTES = 180;
    private static final Landing SAYINGS =
            Landing.ofNewBytes("telemetry.message", "terminal, kind, serial, edition, body, digest, received_at");

    /** In the order of the key: pages are met one after another, and writers that store the same wait for each other in turn. */
    private static final Comparator<Position> KEY =
            comparingInt(Position::terminal).thenComparingLong(Position::second).thenComparingLong(Position::digest);

    /** No terminal spoke before. */
    private static final Instant FIRST = Instant.parse("2011-01-01T00:00:00Z");

    /** What is older may lie packed, and is laid open before more of its day is stored. */
    static final Duration LATE = Duration.ofDays(2);

    private final DataSource source;
    private final JdbcTemplate database;
    private final MonthParts months;
    private final Clock clock;
    private final Receipts receipts;

    StoreBatches(DataSource source, JdbcTemplate database, Clock clock) {
        this.source = source;
        this.database = database;
        this.months = new MonthParts(database, clock, "telemetry.make_month", FIRST);
        this.clock = clock;
        this.receipts = new Receipts(database);
    }

    @Override
    @Transactional
    public void store(List<Batch> batches) {
        var now = clock.instant();
        var all = new ArrayList<Position>(batches.size());
        var sayings = new CopyRows(7, 0);
        for (var batch : batches) {
            all.addAll(batch.positions());
            batch.sayings().forEach(saying -> append(sayings, saying, now));
        }
        all.sort(KEY);
        var positions = new CopyRows(COLUMNS, all.size() * BYTES);
        var earliest = new LinkedHashMap<Integer, Long>();
        for (var position : all) {
            months.makeRoom(position.second(), now);
            append(positions, position, now);
            earliest.putIfAbsent(position.terminal(), position.second());
        }
        openDays(all, now.minus(LATE).getEpochSecond());
        land(positions, sayings);
        tell(earliest);
        receipts.note(batches, now);
    }

    private void openDays(List<Position> all, long before) {
        var late = all.stream().filter(one -> one.second() < before).toList();
        if (!late.isEmpty()) {
            database.query(
                    "select telemetry.open_days(?, (select array_agg(to_timestamp(s) order by o) from unnest(?::bigint[]) with ordinality u (s, o)))",
                    row -> {},
                    late.stream().map(Position::terminal).toArray(Integer[]::new),
                    late.stream().map(Position::second).toArray(Long[]::new));
        }
    }

    private void land(CopyRows positions, CopyRows sayings) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            land(connection, POSITIONS, positions);
            land(connection, SAYINGS, sayings);
        } catch (SQLException | IOException failure) {
            throw new DataAccessResourceFailureException("What terminals said could not be stored", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void land(Connection connection, Landing landing, CopyRows rows) throws SQLException, IOException {
        if (!rows.isEmpty()) {
            landing.land(connection, rows.stream());
        }
    }

    /** Whoever makes facts of positions finds whose have come. */
    private void tell(Map<Integer, Long> earliest) {
        if (!earliest.isEmpty()) {
            database.update(
                    "insert into telemetry.arrival (terminals, since)"
                            + " select ?, array_agg(to_timestamp(s) order by o) from unnest(?::bigint[]) with ordinality u (s, o)",
                    earliest.keySet().toArray(Integer[]::new),
                    earliest.values().toArray(Long[]::new));
        }
    }

    private static void append(CopyRows out, Position p, Instant now) {
        out.row().of(p.terminal()).of(Instant.ofEpochSecond(p.second())).of(p.digest());
        out.of(p.lat()).of(p.lon()).of(p.alarm()).of(p.status());
        out.of((short) p.speed()).of((short) p.direction()).of((short) p.altitude());
        out.of(p.odometer() == null ? null : (Integer) p.odometer().intValue());
        out.of(p.fuel() == null ? null : (Short) p.fuel().shortValue());
        if (p.extras().length == 0) {
            out.none();
        } else {
            out.of(p.extras());
        }
        out.of(now);
    }

    private static void append(CopyRows out, Saying s, Instant now) {
        out.row().of(s.terminal()).of(s.kind()).of(s.serial()).of(s.edition()).of(s.body());
        out.of(digest(s.body())).of(now);
    }

    /** Eight bytes of SHA-256. */
    private static long digest(byte[] body) {
        return Long.parseUnsignedLong(Sha256.hex(body).substring(0, 16), 16);
    }
}

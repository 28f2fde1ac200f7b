package org.yiti.telemetry.track;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.kernel.Landing;
import org.yiti.kernel.Sha256;

/** Writes what many terminals said in one transaction. What stands there already is not written again. */
@Component
class StoreBatches implements BatchStore {

    private static final Landing POSITIONS = Landing.ofNew(
            "telemetry.position",
            "terminal, at, digest, lat, lon, alarm, status, speed, direction, altitude, odometer, fuel, extras, received_at");
    private static final Landing SAYINGS =
            Landing.ofNew("telemetry.message", "terminal, kind, serial, edition, body, digest, received_at");
    /** No terminal spoke before, and no clock that is right speaks of later. Other times stay astray. */
    private static final Instant FIRST = Instant.parse("2011-01-01T00:00:00Z");

    private static final long MOST_AHEAD_SECONDS = 31 * 86_400L;

    private final DataSource source;
    private final JdbcTemplate database;
    private final Clock clock;
    private final Receipts receipts;
    private final Set<String> months = ConcurrentHashMap.newKeySet();

    StoreBatches(DataSource source, JdbcTemplate database, Clock clock) {
        this.source = source;
        this.database = database;
        this.clock = clock;
        this.receipts = new Receipts(database);
    }

    @Override
    @Transactional
    public void store(List<Batch> batches) {
        var now = clock.instant();
        var positions = new StringBuilder(1 << 16);
        var sayings = new StringBuilder();
        var earliest = new TreeMap<Integer, Long>();
        for (var batch : batches) {
            for (var position : batch.positions()) {
                makeRoom(position.second(), now);
                append(positions, position, now);
                earliest.merge(position.terminal(), position.second(), Math::min);
            }
            batch.sayings().forEach(saying -> append(sayings, saying, now));
        }
        var connection = DataSourceUtils.getConnection(source);
        try {
            land(connection, POSITIONS, positions);
            land(connection, SAYINGS, sayings);
        } catch (SQLException | IOException failure) {
            throw new DataAccessResourceFailureException("What terminals said could not be stored", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        tell(earliest);
        receipts.note(batches, now);
    }

    private static void land(Connection connection, Landing landing, StringBuilder rows)
            throws SQLException, IOException {
        if (!rows.isEmpty()) {
            landing.land(connection, new ByteArrayInputStream(rows.toString().getBytes(US_ASCII)));
        }
    }

    /** Whoever makes facts of positions finds whose have come. */
    private void tell(TreeMap<Integer, Long> earliest) {
        if (!earliest.isEmpty()) {
            database.update(
                    "insert into telemetry.arrival (terminals, since)"
                            + " select ?, array_agg(to_timestamp(s) order by o) from unnest(?::bigint[]) with ordinality u (s, o)",
                    earliest.keySet().toArray(Integer[]::new),
                    earliest.values().toArray(Long[]::new));
        }
    }

    private void makeRoom(long second, Instant now) {
        if (second < FIRST.getEpochSecond() || second > now.getEpochSecond() + MOST_AHEAD_SECONDS) {
            return;
        }
        var at = Instant.ofEpochSecond(second);
        var month = at.atZone(clock.getZone()).toLocalDate().withDayOfMonth(1).toString();
        if (months.add(month)) {
            database.query("select telemetry.make_month(?::date)", row -> {}, month);
        }
    }

    private static void append(StringBuilder out, Position p, Instant now) {
        out.append(p.terminal()).append('\t').append(Instant.ofEpochSecond(p.second()));
        out.append('\t')
                .append(p.digest())
                .append('\t')
                .append(p.lat())
                .append('\t')
                .append(p.lon());
        out.append('\t')
                .append(p.alarm())
                .append('\t')
                .append(p.status())
                .append('\t')
                .append((short) p.speed());
        out.append('\t').append(p.direction()).append('\t').append((short) p.altitude());
        out.append('\t')
                .append(
                        p.odometer() == null
                                ? "\\N"
                                : String.valueOf(p.odometer().intValue()));
        out.append('\t')
                .append(p.fuel() == null ? "\\N" : String.valueOf(p.fuel().shortValue()));
        out.append('\t');
        bytes(out, p.extras().length == 0 ? null : p.extras());
        out.append('\t').append(now).append('\n');
    }

    private static void append(StringBuilder out, Saying s, Instant now) {
        out.append(s.terminal())
                .append('\t')
                .append(s.kind())
                .append('\t')
                .append(s.serial())
                .append('\t')
                .append(s.edition())
                .append('\t');
        bytes(out, s.body());
        out.append('\t').append(digest(s.body())).append('\t').append(now).append('\n');
    }

    /** Eight bytes of SHA-256. */
    private static long digest(byte[] body) {
        return Long.parseUnsignedLong(Sha256.hex(body).substring(0, 16), 16);
    }

    private static void bytes(StringBuilder out, byte @Nullable [] bytes) {
        out.append(bytes == null ? "\\N" : "\\\\x" + HexFormat.of().formatHex(bytes));
    }
}

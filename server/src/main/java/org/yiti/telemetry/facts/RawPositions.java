package org.yiti.telemetry.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.detect.vehicle.Gauges;
import org.yiti.detect.vehicle.Position;

/**
 * The positions of a terminal since a time, in the order in which detectors hear them: those whose clock cannot be right
 * stand where they were received.
 */
@Component
class RawPositions {

    private static final int AT_ONCE = 4000;
    private static final String SINCE = """
            select at, received_at, lat, lon, speed, odometer, fuel, status from (
                   select at, received_at, lat, lon, speed, odometer, fuel, status, case when at > received_at + :ahead then received_at else at end as stands
                     from telemetry.position p
                    where terminal = :terminal and at >= :since and at >= :earliest
                      and (at <= received_at + :ahead or received_at >= :since)
                    union all
                   select at, received_at, lat, lon, speed, odometer, fuel, status, received_at
                     from telemetry.position p
                    where terminal = :terminal and at < :earliest and received_at >= :since
                    union all
                   select u.at, u.received_at, u.lat, u.lon, u.speed, u.odometer, u.fuel, u.status, u.at
                     from telemetry.packed k cross join lateral telemetry.unpacked(k) u
                    where k.terminal = :terminal and k.day >= (:since::timestamptz at time zone 'Asia/Shanghai')::date and u.at >= :since) p
             order by stands
            """.replace(":ahead", "interval '" + Detectors.AHEAD.toSeconds() + " seconds'")
            .replace(":earliest", "'" + Detectors.EARLIEST + "'")
            .replace(":terminal", "?")
            .replace(":since", "?");

    // Bits of table 25 of JT/T 808.
    private static final int ACC = 1;
    private static final int FIXED = 1 << 1;
    private static final int ENCRYPTED = 1 << 5;

    private final JdbcTemplate database;

    RawPositions(DataSource source) {
        this.database = new JdbcTemplate(source);
        this.database.setFetchSize(AT_ONCE);
    }

    /** Some at a time, within a transaction: there may be years of them. */
    void since(int terminal, long since, Consumer<List<Position>> some) {
        var from = OffsetDateTime.ofInstant(Instant.ofEpochMilli(since), ZoneOffset.UTC);
        var gathered = new ArrayList<Position>();
        database.query(
                SINCE,
                row -> {
                    gathered.add(position(row));
                    if (gathered.size() == AT_ONCE) {
                        some.accept(List.copyOf(gathered));
                        gathered.clear();
                    }
                },
                terminal,
                from,
                from,
                terminal,
                from,
                terminal,
                from,
                from);
        if (!gathered.isEmpty()) {
            some.accept(gathered);
        }
    }

    private static Position position(ResultSet row) throws SQLException {
        var odometer = row.getInt("odometer");
        var hasOdometer = !row.wasNull();
        var fuel = row.getShort("fuel");
        var hasFuel = !row.wasNull();
        return new Position(
                row.getTimestamp("at").getTime(),
                row.getTimestamp("received_at").getTime(),
                row.getInt("lat"),
                row.getInt("lon"),
                new Gauges(
                        Short.toUnsignedInt(row.getShort("speed")),
                        hasOdometer ? Integer.toUnsignedLong(odometer) : Gauges.UNKNOWN,
                        hasFuel ? tenths(Short.toUnsignedInt(fuel)) : Gauges.UNKNOWN),
                status(row.getInt("status")) | (hasFuel && fuel < 0 ? Position.FUEL_IN_PERCENT : 0));
    }

    /** Makers set the highest bit and tell percent. */
    private static int tenths(int told) {
        return told < 0x8000 ? told : (told & 0x7fff) * 10;
    }

    /** Whether a wire goes to the ignition is not told; the detectors see whether it can be believed. */
    private static int status(int told) {
        return Position.IGNITION_KNOWN
                | ((told & ACC) != 0 ? Position.IGNITION_ON : 0)
                | ((told & FIXED) != 0 ? Position.FIXED : 0)
                | ((told & ENCRYPTED) != 0 ? Position.ENCRYPTED : 0);
    }
}

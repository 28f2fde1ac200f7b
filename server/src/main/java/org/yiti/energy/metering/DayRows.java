package org.yiti.energy.metering;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Days into {@code energy.meter_day}: by COPY into a table of the session, from there where they differ from what stands
 * there. A day that is made anew and comes out the same is not written.
 */
@Component
class DayRows {

    /** Above it a table is cheaper to empty as a whole. */
    private static final int MANY = 1000;

    private static final String MAKE = """
            create temporary table if not exists made_day on commit delete rows as
            select meter_id, day, hours, amount, hours_read, nanos, marks, day_marks, cost_micros, kgce_micros, co2_micros, covered_millis,
                   read_from, read_until, newest, tariff, kgce_factor, co2_factor
              from energy.meter_day with no data
            """;
    private static final String COPY = "copy pg_temp.made_day from stdin";
    private static final String MOVE = """
            insert into energy.meter_day as d (meter_id, day, hours, amount, hours_read, nanos, marks, day_marks, cost_micros, kgce_micros, co2_micros,
                                               covered_millis, read_from, read_until, newest, tariff, kgce_factor, co2_factor)
            select * from pg_temp.made_day where nanos is not null
            on conflict (meter_id, day) do update set
                imported = case when d.nanos is null then d.hours else d.imported end,
                hours = case when d.nanos is not null and d.imported is null then excluded.hours
                             else energy.either(excluded.hours, case when d.nanos is null then d.hours else d.imported end) end,
                amount = case when d.nanos is not null and d.imported is null then excluded.amount
                              else energy.total(energy.either(excluded.hours, case when d.nanos is null then d.hours else d.imported end)) end,
                hours_read = case when d.nanos is not null and d.imported is null then excluded.hours_read
                                  else cardinality(array_remove(energy.either(excluded.hours, case when d.nanos is null then d.hours else d.imported end), null)) end,
                nanos = excluded.nanos, marks = excluded.marks, day_marks = excluded.day_marks, cost_micros = excluded.cost_micros,
                kgce_micros = excluded.kgce_micros, co2_micros = excluded.co2_micros, covered_millis = excluded.covered_millis,
                read_from = excluded.read_from, read_until = excluded.read_until, newest = excluded.newest, tariff = excluded.tariff,
                kgce_factor = excluded.kgce_factor, co2_factor = excluded.co2_factor
             where (d.nanos, d.marks, d.day_marks, d.cost_micros, d.kgce_micros, d.co2_micros, d.covered_millis, d.read_from, d.read_until, d.newest,
                    d.tariff, d.kgce_factor, d.co2_factor)
                   is distinct from
                   (excluded.nanos, excluded.marks, excluded.day_marks, excluded.cost_micros, excluded.kgce_micros, excluded.co2_micros,
                    excluded.covered_millis, excluded.read_from, excluded.read_until, excluded.newest, excluded.tariff, excluded.kgce_factor, excluded.co2_factor)
            returning meter_id, day
            """;
    private static final String FORGET = """
            update energy.meter_day d
               set hours = d.imported, amount = energy.total(d.imported), hours_read = cardinality(array_remove(d.imported, null)), imported = null,
                   nanos = null, marks = null, day_marks = null, cost_micros = null, kgce_micros = null, co2_micros = null, covered_millis = null,
                   read_from = null, read_until = null, newest = null, tariff = null, kgce_factor = null, co2_factor = null
              from pg_temp.made_day m
             where m.nanos is null and d.meter_id = m.meter_id and d.day = m.day and d.nanos is not null and d.imported is not null
            returning d.meter_id, d.day
            """;
    private static final String DELETE = """
            delete from energy.meter_day d using pg_temp.made_day m
             where m.nanos is null and d.meter_id = m.meter_id and d.day = m.day and d.nanos is not null and d.imported is null
            returning d.meter_id, d.day
            """;

    /** A day that came out otherwise than it stood there. */
    record Changed(UUID meter, LocalDate day) {}

    private final DataSource source;
    private final JdbcTemplate database;

    DayRows(DataSource source, JdbcTemplate database) {
        this.source = source;
        this.database = database;
    }

    List<Changed> write(List<DayMade> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        var lines = new StringBuilder(days.size() * 600);
        var unknown = false;
        for (var day : days) {
            DayLine.append(lines, day);
            unknown |= day.whole() == null;
        }
        copy(lines);
        var changed = changed(MOVE);
        if (unknown) {
            changed.addAll(changed(FORGET));
            changed.addAll(changed(DELETE));
        }
        database.execute(days.size() > MANY ? "truncate pg_temp.made_day" : "delete from pg_temp.made_day");
        return changed;
    }

    private void copy(StringBuilder lines) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (var statement = connection.createStatement()) {
            statement.execute(MAKE);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(lines.toString().getBytes(US_ASCII)), 1 << 16);
        } catch (SQLException | IOException failure) {
            throw new DataAccessResourceFailureException("Days of meters could not be written", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private List<Changed> changed(String sql) {
        var changed = new ArrayList<Changed>();
        database.query(sql, row -> {
            changed.add(new Changed(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)));
        });
        return changed;
    }
}

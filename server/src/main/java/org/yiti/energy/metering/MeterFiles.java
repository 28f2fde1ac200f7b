package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.source.Failing;
import org.yiti.kernel.code.CodeTables;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.interval.Installation;
import org.yiti.meters.interval.Installation.Beginning;
import org.yiti.meters.interval.MeterHistory;

/** Reads meters with their histories from the ledgers. */
@Component
public class MeterFiles {

    private static final long HOUR_MILLIS = 3_600_000;

    /** @param at of an event that ended one run of the register and began another */
    private record Event(
            long at,
            Beginning kind,
            @Nullable BigDecimal end,
            @Nullable BigDecimal start,
            @Nullable Integer digits,
            @Nullable BigDecimal ratio) {}

    private record Entered(
            UUID id,
            int number,
            UUID institution,
            String code,
            String kind,
            BigDecimal ratio,
            int digits,
            int decimals,
            @Nullable Long mostPerHour,
            int gapHours,
            List<Event> events) {}

    private final JdbcClient database;
    private final MeterStates states;

    MeterFiles(JdbcClient database, MeterStates states) {
        this.database = database;
        this.states = states;
    }

    /** Whether they tell what was consumed instead of what a register shows; those that have not spoken yet are missing. */
    public Map<UUID, Boolean> intervals(Collection<UUID> meters) {
        return states.intervals(meters);
    }

    /** Those of them that there are. */
    public Map<UUID, MeterFile> of(Collection<UUID> meters) {
        var entered = new LinkedHashMap<UUID, Entered>();
        database.sql("""
                        select m.id, m.number, m.institution_id, m.code, m.energy_kind, m.ratio, m.digits, m.decimals, m.most_per_hour::bigint as most_per_hour, m.gap_hours,
                               (date_part('epoch', i.begins_at) * 1000)::bigint as begins, i.kind, i.end_register, i.start_register,
                               i.digits as new_digits, i.ratio as new_ratio
                          from energy.meter m
                          left join energy.installation i on i.meter_id = m.id
                         where m.id = any (:ids)
                         order by m.number, i.begins_at
                        """).param("ids", meters.toArray(UUID[]::new)).query(row -> {
            var id = row.getObject("id", UUID.class);
            var one = entered.get(id);
            if (one == null) {
                one = entered(id, row);
                entered.put(id, one);
            }
            if (row.getString("kind") != null) {
                one.events.add(event(row));
            }
        });
        var files = new LinkedHashMap<UUID, MeterFile>();
        entered.forEach((id, one) -> files.put(id, file(one)));
        return files;
    }

    private static Entered entered(UUID id, ResultSet row) throws SQLException {
        return new Entered(
                id,
                row.getInt("number"),
                row.getObject("institution_id", UUID.class),
                row.getString("code"),
                row.getString("energy_kind"),
                row.getBigDecimal("ratio"),
                row.getInt("digits"),
                row.getInt("decimals"),
                row.getObject("most_per_hour", Long.class),
                row.getInt("gap_hours"),
                new ArrayList<>());
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("begins"),
                Beginning.valueOf(row.getString("kind")),
                row.getBigDecimal("end_register"),
                row.getBigDecimal("start_register"),
                row.getObject("new_digits", Integer.class),
                row.getBigDecimal("new_ratio"));
    }

    private static MeterFile file(Entered one) {
        var unit = String.valueOf(CodeTables.get("energy-kind")
                .find(one.kind)
                .map(code -> code.unit())
                .orElse(null));
        MeterHistory history = null;
        String fault = null;
        try {
            history = new MeterHistory(
                    one.kind, unit, one.decimals, runs(one), one.gapHours * HOUR_MILLIS, one.mostPerHour);
        } catch (MeterRefused malformed) {
            fault = Failing.kept(Failing.of(malformed));
        }
        return new MeterFile(one.id, one.number, one.institution, one.code, one.kind, unit, history, fault);
    }

    private static List<Installation> runs(Entered meter) {
        var runs = new ArrayList<Installation>();
        var run = new Event(Installation.EVER, Beginning.INSTALLED, null, null, meter.digits, meter.ratio);
        for (var event : meter.events) {
            if (event.kind != Beginning.INSTALLED || run.at != Installation.EVER) {
                runs.add(run(meter, run, event.at, event.end));
            }
            run = new Event(
                    event.at,
                    event.kind,
                    null,
                    event.start,
                    event.digits == null ? run.digits : event.digits,
                    event.ratio == null ? run.ratio : event.ratio);
        }
        runs.add(run(meter, run, Installation.OPEN, null));
        return runs;
    }

    private static Installation run(Entered meter, Event run, long until, @Nullable BigDecimal end) {
        return new Installation(
                run.at,
                until,
                steps(run.start, meter.decimals),
                steps(end, meter.decimals),
                run.digits == null ? meter.digits : run.digits,
                (run.ratio == null ? meter.ratio : run.ratio).movePointRight(3).longValue(),
                run.kind);
    }

    private static @Nullable Long steps(@Nullable BigDecimal register, int decimals) {
        return register == null
                ? null
                : register.movePointRight(decimals)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue();
    }
}

package org.yiti.energy.curves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.energy.EnergyRefusal;
import org.yiti.kernel.Refused;
import org.yiti.kernel.code.CodeTables;

/** Readings by hour, day or month, with what is worth knowing about them. */
@Component
class CurveQueries {

    record Meter(
            UUID id,
            String energyKind,
            UUID institutionId,
            @Nullable UUID buildingId) {}

    record Peak(OffsetDateTime at, double value) {}

    /**
     * @param nightBaseShare share of the hours of the night in the whole, 0 to 1; null where no night is set
     * @param holidayShare share of days that are no workdays
     * @param previousTotal the same days a year earlier; null when nothing was measured then
     */
    record Summary(
            double total,
            @Nullable Peak peak,
            @Nullable Double nightBaseShare,
            @Nullable Double holidayShare,
            @Nullable Double previousTotal) {}

    record Gap(OffsetDateTime from, OffsetDateTime to, long hours) {}

    record Series(
            @Nullable String unit,
            String step,
            LocalDate from,
            LocalDate to,
            List<Object[]> points,
            Summary summary,
            List<Gap> gaps) {}

    private final JdbcClient database;

    CurveQueries(JdbcClient database) {
        this.database = database;
    }

    Meter meter(UUID id) {
        return database.sql("select id, energy_kind, institution_id, building_id from energy.meter where id = :id")
                .param("id", id)
                .query(Meter.class)
                .optional()
                .orElseThrow(() -> new Refused(EnergyRefusal.METER_NOT_FOUND));
    }

    Optional<LocalDate> lastDay(UUID meter) {
        return database.sql("select max(day) from energy.meter_day where meter_id = :meter")
                .param("meter", meter)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    @Transactional(readOnly = true)
    public Series series(
            Meter meter, LocalDate from, LocalDate to, CurveController.Step step, DayQueries.@Nullable Night night) {
        var points = span("""
                        select date_trunc('%s', at, 'Asia/Shanghai') as at, sum(amount) as value from energy.hour
                         where meter_id = :meter and day between :first and :last group by 1 order by 1
                        """.formatted(step.name()), meter, from, to)
                .query((row, n) -> new Object[] {moment(row, "at"), row.getDouble("value")})
                .list();
        var unit = CodeTables.get("energy-kind").find(meter.energyKind()).map(code -> code.unit());
        return new Series(
                unit.orElse(null),
                step.name(),
                from,
                to,
                points,
                summary(meter, from, to, night),
                gaps(meter, from, to));
    }

    private Summary summary(Meter meter, LocalDate from, LocalDate to, DayQueries.@Nullable Night night) {
        var peak = span(
                        "select at, amount from energy.hour where meter_id = :meter and day between :first and :last"
                                + " order by amount desc limit 1",
                        meter,
                        from,
                        to)
                .query((row, n) -> new Peak(moment(row, "at"), row.getDouble("amount")))
                .optional();
        var earlier = span(
                        "select sum(amount) from energy.hour where meter_id = :meter and day between :first and :last",
                        meter,
                        from.minusYears(1),
                        to.minusYears(1))
                .query((row, n) -> Optional.ofNullable(nullable(row, 1)))
                .single();
        return span("""
                        select coalesce(sum(amount), 0) as total,
                               sum(amount) filter (where extract(hour from at at time zone 'Asia/Shanghai') = any(:night))
                                   / nullif(sum(amount), 0) as night,
                               sum(amount) filter (where coalesce(not d.is_workday, extract(isodow from at at time zone 'Asia/Shanghai') > 5)) / nullif(sum(amount), 0) as holiday
                          from energy.hour r
                          left join facts.calendar_day d on d.date = (r.at at time zone 'Asia/Shanghai')::date
                         where meter_id = :meter and day between :first and :last
                        """, meter, from, to)
                .param("night", night == null ? new Integer[0] : night.hours())
                .query((row, n) -> new Summary(
                        row.getDouble("total"),
                        peak.orElse(null),
                        nullable(row, 2),
                        nullable(row, 3),
                        earlier.orElse(null)))
                .single();
    }

    private List<Gap> gaps(Meter meter, LocalDate from, LocalDate to) {
        return span("""
                        select at + interval '1 hour' as gap_from, next as gap_to from (
                            select at, lead(at) over (order by at) as next from energy.hour
                             where meter_id = :meter and day between :first and :last) hours
                         where next > at + interval '1 hour' order by 1 limit 200
                        """, meter, from, to)
                .query((row, n) -> new Gap(
                        moment(row, "gap_from"),
                        moment(row, "gap_to"),
                        ChronoUnit.HOURS.between(moment(row, "gap_from"), moment(row, "gap_to"))))
                .list();
    }

    private JdbcClient.StatementSpec span(String sql, Meter meter, LocalDate from, LocalDate to) {
        return database.sql(sql).param("meter", meter.id()).param("first", from).param("last", to);
    }

    private static OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8));
    }

    private static @Nullable Double nullable(ResultSet row, int column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}

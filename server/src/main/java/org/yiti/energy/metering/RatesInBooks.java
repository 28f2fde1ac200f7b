package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.HoursFormat;
import org.yiti.meters.interval.Rates;

/**
 * What a unit costs and counts: prices by the ledger of tariffs, of the institution or the nearest above it that has any;
 * standard coal and CO₂ by the law of its division.
 */
@Component
class RatesInBooks {

    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private record Whose(UUID institution, String kind) {}

    /** Asks once for each institution and kind of energy. */
    final class Asked {

        private final Map<Whose, Rates> known = new HashMap<>();

        Rates of(MeterFile meter) {
            return known.computeIfAbsent(
                    new Whose(meter.institution(), meter.kind()), whose -> rates(whose, meter.unit()));
        }
    }

    private final JdbcClient database;

    RatesInBooks(JdbcClient database) {
        this.database = database;
    }

    Asked ask() {
        return new Asked();
    }

    private Rates rates(Whose whose, String unit) {
        return new Rates(unit, tariffs(whose), factors(KGCE, whose), factors(CO2, whose));
    }

    private List<Rates.Tariff> tariffs(Whose whose) {
        return database.sql("""
                        with recursive up(id, parent_id, height) as (
                            select id, parent_id, 0 from organization.institution where id = :institution
                            union
                            select i.id, i.parent_id, up.height + 1 from organization.institution i join up on up.parent_id = i.id
                             where up.height < 20
                        )
                        select t.number, t.valid_from, t.price, t.sharp_price, t.sharp_hours, t.peak_price, t.peak_hours, t.valley_price, t.valley_hours
                          from energy.tariff t
                         where t.energy_kind = :kind
                           and t.institution_id = (select up.id from up join energy.tariff o on o.institution_id = up.id and o.energy_kind = :kind
                                                    order by up.height limit 1)
                         order by t.valid_from
                        """)
                .param("institution", whose.institution())
                .param("kind", whose.kind())
                .query((row, n) -> tariff(row))
                .list();
    }

    private static Rates.Tariff tariff(ResultSet row) throws SQLException {
        var prices = new ArrayList<>(Collections.nCopies(24, micros(row.getBigDecimal("price"))));
        for (var period : List.of("valley", "peak", "sharp")) {
            var price = row.getBigDecimal(period + "_price");
            if (price != null) {
                HoursFormat.hours(row.getString(period + "_hours")).forEach(hour -> prices.set(hour, micros(price)));
            }
        }
        return new Rates.Tariff(
                row.getLong("number"), Here.millis(row.getObject("valid_from", LocalDate.class)), prices);
    }

    private static final String KGCE = """
            select f.value, lower(f.valid) as since from facts.energy_coefficient f
              join organization.institution i on i.id = :institution
              join organization.division d on d.id = i.division_id and d.code = f.division
             where f.energy_kind = :kind order by 2 nulls first
            """;
    private static final String CO2 = """
            select f.value, lower(f.valid) as since from facts.carbon_factor f
              join organization.institution i on i.id = :institution
              join organization.division d on d.id = i.division_id and d.code = f.division
             where f.energy_kind = :kind order by 2 nulls first
            """;

    private List<Rates.Factor> factors(String sql, Whose whose) {
        return database.sql(sql)
                .param("institution", whose.institution())
                .param("kind", whose.kind())
                .query((row, n) -> factor(row.getBigDecimal("value"), row.getObject("since", LocalDate.class)))
                .list();
    }

    /** A factor is named by the day from which it holds: 20210401. */
    private static Rates.Factor factor(BigDecimal value, @Nullable LocalDate since) {
        var from = since == null || since.isBefore(EVER) ? EVER : since;
        return new Rates.Factor(
                from.getYear() * 10_000L + from.getMonthValue() * 100L + from.getDayOfMonth(),
                Here.millis(from),
                micros(value));
    }

    private static long micros(BigDecimal value) {
        return value.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValue();
    }
}

package org.yiti.energy.polling;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.source.Failing;
import org.yiti.energy.source.Sources.Source;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;

/** The points of a source as they stand in the ledger. */
@Component
class Points {

    /** As many as there are meters behind any gateway; a turn ends with its period in any case. */
    private static final int MOST = 5000;

    private final JdbcClient database;

    Points(JdbcClient database) {
        this.database = database;
    }

    List<PointRow> of(UUID source) {
        return database.sql("""
                        select p.id, m.code, m.energy_kind, m.decimals, p.item, p.address, p.function, p.register, p.kind, p.byte_order, p.scale, p.invalid
                          from energy.point p
                          join energy.meter m on m.id = p.meter_id
                          left join energy.point_state s on s.point_id = p.id
                         where p.source_id = :source
                         -- those that do not answer keep the others waiting last
                         order by coalesce(s.failures, 0), p.address, p.register, m.code limit :most
                        """)
                .param("source", source)
                .param("most", MOST)
                .query((row, n) -> new PointRow(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        String.valueOf(CodeTables.get("energy-kind")
                                .find(row.getString("energy_kind"))
                                .map(code -> code.unit())
                                .orElse(null)),
                        row.getInt("decimals"),
                        row.getString("item"),
                        row.getString("address"),
                        row.getString("function"),
                        row.getObject("register", Integer.class),
                        row.getString("kind"),
                        row.getString("byte_order"),
                        row.getBigDecimal("scale"),
                        row.getBigDecimal("invalid")))
                .list();
    }

    /** Whose meters it may read: those of the institution that entered it, and of those below. */
    Set<UUID> institutions(Source source) {
        return new HashSet<>(database.sql("select member from organization.below where root = :institution")
                .param("institution", source.institution())
                .query(UUID.class)
                .list());
    }

    /** How each of them fared in a turn. @param failures of those that have no value; in the others' row the count begins anew */
    void note(List<PointRow> rows, Map<PointRow, Label> failures) {
        database.sql("""
                        insert into energy.point_state as s (point_id, failed_at, failure, failures)
                        select t.id, case when t.failure is null then null else now() end, t.failure, case when t.failure is null then 0 else 1 end
                          from unnest(:ids::uuid[], :failures::text[]) t (id, failure) order by t.id
                        on conflict (point_id) do update
                           set failed_at = coalesce(excluded.failed_at, s.failed_at), failure = excluded.failure,
                               failures = case when excluded.failure is null then 0 else s.failures + 1 end
                         where excluded.failure is not null or s.failure is not null
                        """)
                .param("ids", rows.stream().map(PointRow::id).toArray(UUID[]::new))
                .param(
                        "failures",
                        rows.stream()
                                .map(row -> Failing.kept(failures.get(row)))
                                .toArray(String[]::new))
                .update();
    }
}

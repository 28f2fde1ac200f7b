package org.yiti.energy.polling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.source.Sources.Source;
import org.yiti.kernel.code.CodeTables;

/** The points of a source as they stand in the ledger. */
@Component
class Points {

    private static final int MOST = 500;

    private final JdbcClient database;

    Points(JdbcClient database) {
        this.database = database;
    }

    List<PointRow> of(UUID source) {
        return database.sql("""
                        select m.code, m.energy_kind, m.decimals, p.item, p.address, p.function, p.register, p.kind, p.byte_order, p.scale, p.invalid
                          from energy.point p join energy.meter m on m.id = p.meter_id
                         where p.source_id = :source order by p.address, p.register, m.code limit :most
                        """)
                .param("source", source)
                .param("most", MOST)
                .query((row, n) -> new PointRow(
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
}

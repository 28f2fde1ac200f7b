package org.yiti.workbook.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.checking.Stage;
import org.yiti.ledger.checking.Staging;

/** The stages of an import, one a sheet. */
@Component
class Stages {

    private final Staging staging;
    private final JdbcClient database;
    private final Ledgers ledgers;

    Stages(Staging staging) {
        this.staging = staging;
        this.database = staging.database();
        this.ledgers = staging.ledgers();
    }

    /** @param place of the sheet in the workbook */
    Stage of(UUID importId, int place, String sheet, SheetMatch match, List<Stage> earlier) {
        var columns = List.copyOf(match.columns().values());
        var name = prefix(importId) + place;
        return Stage.ofSheet(staging, match.ledger(), columns, name, sheet, List.copyOf(earlier));
    }

    static String prefix(UUID importId) {
        return importId.toString().replace("-", "") + "_";
    }

    /** The stages that a check has left, in loading order, each knowing those before it. */
    List<Stage> of(Import checked) {
        var stages = new ArrayList<Stage>();
        for (var sheet : recognised(checked)) {
            var ledger = ledgers.get(String.valueOf(sheet.ledger()));
            var columns = sheet.columns().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(entry -> ledger.column(entry.getKey()))
                    .toList();
            var name = String.valueOf(sheet.stage());
            stages.add(Stage.ofSheet(staging, ledger, columns, name, sheet.sheet(), List.copyOf(stages)));
        }
        return stages;
    }

    List<Import.SheetResult> recognised(Import checked) {
        return checked.sheets().stream()
                .filter(sheet -> sheet.stage() != null)
                .sorted(Comparator.comparingInt(sheet -> ledgers.order(ledgers.get(String.valueOf(sheet.ledger())))))
                .toList();
    }

    void drop(Import incoming) {
        Unscoped.run("stages are the house's", () -> dropAll(incoming));
    }

    private void dropAll(Import incoming) {
        database.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                         where schemaname = 'ledger' and tablename like any (array['raw\\_' || :prefix || '%', 'work\\_' || :prefix || '%'])
                        """)
                .param("prefix", prefix(incoming.id()).replace("_", "\\_"))
                .query(String.class)
                .list()
                .forEach(table -> database.sql("drop table if exists " + table).update());
    }
}

package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.LedgerSql;

/** Where a row finds what it refers to: in the ledgers, and among what earlier stages of the load are about to add. */
final class LookupSql {

    private final Ledgers ledgers;
    private final Ledger ledger;
    private final List<StageSql> earlier;

    LookupSql(Ledgers ledgers, Ledger ledger, List<StageSql> earlier) {
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.earlier = earlier;
    }

    /** What is there already, and what earlier stages of the same load are about to add. */
    String of(Reference reference) {
        var other = ledgers.get(reference.ledger());
        var keys = other.key().stream().map(key -> other.column(key).db()).collect(joining(", "));
        var staged = earlier.stream()
                .filter(stage -> stage.ledger() == other)
                .map(stage -> "\n    union all select id, coalesce(owner_id, id), sound, " + keys + " from "
                        + stage.work() + " where existing_id is null and row_no = first_row")
                .collect(joining());
        return LedgerSql.lookup(ledgers, other) + staged;
    }

    String found(Reference reference, String alias, String row) {
        var other = ledgers.get(reference.ledger());
        var conditions = new ArrayList<String>();
        for (var i = 0; i < reference.by().size(); i++) {
            conditions.add(alias + "." + other.column(other.key().get(i)).db() + " = " + row + "."
                    + ledger.column(reference.by().get(i)).db());
        }
        return String.join(" and ", conditions);
    }

    String levels() {
        return "select id, level from organization.institution"
                + earlier.stream()
                        .filter(stage -> stage.ledger().name().equals("organization.institution"))
                        .map(stage -> " union all select id, level from " + stage.work() + " where existing_id is null")
                        .collect(joining());
    }

    static String meanings() {
        return "values "
                .concat(Ranks.meanings().stream()
                        .map(m -> "('%s','%s','%s',%s)"
                                .formatted(m.level(), m.word().replace("'", "''"), m.rank(), m.doubtful()))
                        .collect(joining(",")))
                .transform(values -> "select * from (" + values + ") v(level, word, rank, doubtful)");
    }
}

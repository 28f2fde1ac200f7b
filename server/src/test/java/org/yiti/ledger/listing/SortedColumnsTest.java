package org.yiti.ledger.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

class SortedColumnsTest extends Journey {

    @Autowired
    private Ledgers ledgers;

    @Test
    void everyColumnThatSortsALedgerHasAnIndexThatBeginsWithIt() {
        var slow = ledgers.all().stream()
                .filter(ledger -> !ledger.isFlow())
                .flatMap(ledger -> ledger.own().stream()
                        .filter(Column::sortable)
                        .filter(column -> !isIndexed(ledger, column))
                        .map(column -> ledger.name() + "." + column.db()))
                .toList();

        assertThat(slow).isEmpty();
    }

    @Test
    void everyNumberThatIdentifiesARowHasAnIndexThatBeginsWithIt() {
        var slow = ledgers.all().stream()
                .filter(ledger -> !ledger.isFlow())
                .flatMap(ledger -> ledger.own().stream()
                        .filter(column -> column.kind() == Kind.TEXT && column.identifies())
                        .filter(column -> !isIndexed(ledger, column))
                        .map(column -> ledger.name() + "." + column.db()))
                .toList();

        assertThat(slow).isEmpty();
    }

    private boolean isIndexed(Ledger ledger, Column column) {
        List<String> first = database.sql("""
                        select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                         where i.indrelid = cast(:table as regclass)
                        """)
                .param("table", ledger.name())
                .query(String.class)
                .list();
        return first.contains(column.db());
    }
}

package org.yiti.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.checking.Stage;
import org.yiti.ledger.checking.Staging;

/** Loads rows that are made rather than typed, through the very checks and the merge that a workbook goes through. */
@Component
public class LoadLedgers {

    private final Staging staging;
    private final JdbcClient database;
    private final Ledgers ledgers;
    private final Scope scope;
    private final TransactionTemplate transaction;

    LoadLedgers(Staging staging, Scope scope, TransactionTemplate transaction) {
        this.staging = staging;
        this.database = staging.database();
        this.ledgers = staging.ledgers();
        this.scope = scope;
        this.transaction = transaction;
    }

    /**
     * All rows in one transaction. Nobody is told of the change: whoever loads a world sweeps it afterwards.
     *
     * @param ledger schema.table
     * @param columns names of the columns given, in the order of the cells
     * @throws IllegalArgumentException when a row is refused, with the first refusals
     */
    public Stage.Outcome load(
            String ledger, List<String> columns, Stream<? extends List<? extends @Nullable Object>> rows) {
        var declared = ledgers.get(ledger);
        List<Column> given = columns.stream().map(declared::column).toList();
        var name = "load_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        var stage = Stage.of(staging, declared, given, name, List.of());
        stage.create();
        try {
            try (var writer = stage.writer()) {
                var number = new long[1];
                rows.forEach(row -> writer.row(++number[0], row));
            }
            var outcome = transaction.execute(status -> merged(stage));
            return Objects.requireNonNull(outcome);
        } finally {
            stage.forget();
        }
    }

    private Stage.Outcome merged(Stage stage) {
        var outcome = stage.judge(scope.institutions(Permission.IMPORT));
        if (outcome.bad() > 0) {
            var first = new ArrayList<>(stage.problems(20));
            first.removeIf(problem -> !problem.error());
            throw new IllegalArgumentException(
                    outcome.bad() + " rows of " + stage.ledger().name() + " are refused: " + first);
        }
        stage.merge(null);
        return outcome;
    }
}

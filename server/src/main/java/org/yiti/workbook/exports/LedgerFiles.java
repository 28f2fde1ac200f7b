package org.yiti.workbook.exports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Acting;
import org.yiti.identity.Scope;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Eyes;
import org.yiti.workbook.TableDownload;

/** A list as a file, row by row as the database gives it, with who took it and when on every printed page. */
@Component
class LedgerFiles {

    record Asked(
            String format,
            Map<String, List<String>> filters,
            @Nullable UUID institution,
            @Nullable String sort) {}

    private final Rows rows;
    private final Scope scope;
    private final Clock clock;
    private final int most;

    LedgerFiles(Rows rows, Scope scope, Clock clock, @Value("${yiti.exports.most-rows}") int most) {
        this.most = most;
        this.rows = rows;
        this.scope = scope;
        this.clock = clock;
    }

    /** Of how many rows a file may be that nobody agreed to. */
    int most() {
        return most;
    }

    /** What a list was filtered by, as others may read it: of a guarded column only that it was. */
    static Map<String, List<String>> told(Ledger ledger, Map<String, List<String>> filters) {
        var told = new LinkedHashMap<>(filters);
        told.replaceAll((filter, values) -> column(ledger, filter)
                        .filter(column -> column.grading().guarded())
                        .isPresent()
                ? List.of(Mask.HIDDEN)
                : values);
        return told;
    }

    /** What {@code column}, {@code column.from} and their like filter by. */
    static Optional<Column> column(Ledger ledger, String filter) {
        var dot = filter.lastIndexOf('.');
        return ledger.find(dot < 0 ? filter : filter.substring(0, dot));
    }

    ResponseEntity<StreamingResponseBody> of(Ledger ledger, Asked asked, Eyes eyes) {
        var account = scope.account();
        var mark = TableDownload.mark(account, clock);
        return TableDownload.of(
                ledger.title().zh() + "-" + LocalDate.now(clock),
                ledger.path().substring(ledger.path().indexOf('/') + 1),
                asked.format(),
                writer -> Acting.as(account, () -> {
                    writer.watermark(mark);
                    writer.table(LedgerTables.of(ledger, ledger.columns(), false));
                    rows.each(
                            ledger,
                            new Rows.Wanted(asked.filters(), asked.institution(), asked.sort()),
                            eyes,
                            row -> writer.row(ledger.columns().stream()
                                    .map(column -> LedgerTables.cell(column, row.get(column.name())))
                                    .toList()));
                }));
    }
}

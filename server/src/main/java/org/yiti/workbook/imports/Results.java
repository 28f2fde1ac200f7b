package org.yiti.workbook.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.ledger.checking.Stage;

/** Says what became of a sheet. */
final class Results {

    private Results() {}

    static Import.SheetResult of(String sheet, SheetMatch match, String stage, Stage.Outcome outcome) {
        var places = new LinkedHashMap<String, Integer>();
        match.columns().forEach((place, column) -> places.put(column.name(), place));
        return new Import.SheetResult(
                sheet,
                match.ledger().name(),
                match.ledger().title(),
                stage,
                match.headerRow(),
                outcome.rows(),
                outcome.added(),
                outcome.changed(),
                outcome.same(),
                outcome.bad(),
                match.derived(),
                match.ignored(),
                match.missing().stream().map(Column::header).toList(),
                places);
    }

    /** @param nearest what it was probably meant for, of which it lacks a key */
    static Import.SheetResult unrecognised(String sheet, @Nullable SheetMatch nearest) {
        return new Import.SheetResult(
                sheet,
                null,
                nearest == null ? null : nearest.ledger().title(),
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                nearest == null
                        ? List.of()
                        : nearest.missingKey().stream().map(Column::header).toList(),
                Map.of());
    }

    static Import.SheetResult again(Import.SheetResult before, Stage.Outcome outcome) {
        return new Import.SheetResult(
                before.sheet(),
                before.ledger(),
                before.title(),
                before.stage(),
                before.headerRow(),
                outcome.rows(),
                outcome.added(),
                outcome.changed(),
                outcome.same(),
                outcome.bad(),
                before.derivedColumns(),
                before.ignoredColumns(),
                before.missingColumns(),
                before.columns());
    }
}

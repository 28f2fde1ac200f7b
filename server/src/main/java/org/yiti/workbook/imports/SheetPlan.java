package org.yiti.workbook.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.workbook.WorkbookRefusal;
import org.yiti.workbook.file.Row;
import org.yiti.workbook.file.WorkbookFile;

/**
 * What is made of a sheet.
 *
 * @param match null when it fits no ledger
 * @param nearest what it was probably meant for then
 */
record SheetPlan(
        WorkbookFile.Sheet sheet,
        int place,
        @Nullable SheetMatch match,
        @Nullable SheetMatch nearest) {

    static SheetPlan of(
            WorkbookFile.Sheet sheet, int place, List<Row> first, List<Ledger> wanted, @Nullable String asked) {
        var match = SheetMatch.of(sheet.name(), first, wanted, asked).orElse(null);
        var nearest = match != null
                ? null
                : SheetMatch.nearest(sheet.name(), first, wanted, asked).orElse(null);
        return new SheetPlan(sheet, place, match, nearest);
    }

    SheetMatch matched() {
        return Objects.requireNonNull(match);
    }

    /** Says what the first of them lacks that has something of a ledger. */
    static Refused fitsNone(List<SheetPlan> plans) {
        var sheets = plans.stream().map(plan -> plan.sheet().name()).collect(Collectors.joining("、"));
        return plans.stream()
                .flatMap(plan -> Stream.ofNullable(plan.nearest()))
                .findFirst()
                .map(nearest -> new Refused(
                        WorkbookRefusal.KEY_COLUMN_MISSING,
                        Map.of(
                                "sheets",
                                sheets,
                                "ledger_zh",
                                nearest.ledger().title().zh(),
                                "ledger_en",
                                nearest.ledger().title().en(),
                                "missing_zh",
                                missing(nearest, Label::zh, "、"),
                                "missing_en",
                                missing(nearest, Label::en, ", "))))
                .orElseGet(() -> new Refused(WorkbookRefusal.NO_SHEET_RECOGNISED, Map.of("sheets", sheets)));
    }

    private static String missing(SheetMatch match, Function<Label, String> in, String between) {
        return match.missingKey().stream()
                .map(column -> in.apply(column.label()))
                .collect(Collectors.joining(between));
    }
}

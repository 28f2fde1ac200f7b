package org.yiti.workbook.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.file.TemporaryFiles;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Mask;
import org.yiti.ledger.checking.Stage;
import org.yiti.workbook.WorkbookRefusal;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.Limits;
import org.yiti.workbook.file.Row;
import org.yiti.workbook.file.TableWriter;
import org.yiti.workbook.file.WorkbookFile;

/**
 * The rows that could not be taken, with what is wrong painted on them. Whoever handed them in gets them back as they were;
 * anybody else sees of them what leaves in any file: nothing that is guarded.
 */
@Component
class RepairWorkbook {

    private static final String PROBLEMS = "问题说明";
    private static final String ROW = "原文件行号";

    /** Headers of its own, known to the import and passed over. */
    static final List<String> OWN = List.of(PROBLEMS, ROW);

    private static final int MOST_PROBLEMS = 200_000;

    private final Imports imports;
    private final Stages stages;
    private final Ledgers ledgers;
    private final Scope scope;
    private final TemporaryFiles temporary;

    RepairWorkbook(Imports imports, Stages stages, Ledgers ledgers, Scope scope, TemporaryFiles temporary) {
        this.scope = scope;
        this.temporary = temporary;
        this.imports = imports;
        this.stages = stages;
        this.ledgers = ledgers;
    }

    /** While a refusal can still be told. */
    void refuseUnlessThere(Import checked) {
        if (checked.state() != Import.State.CHECKED && checked.state() != Import.State.APPLIED) {
            throw new Refused(WorkbookRefusal.NOT_CHECKED, Map.of("state", checked.state()));
        }
        if (!imports.hasFile(checked.id())) {
            throw new Refused(WorkbookRefusal.FILE_PURGED);
        }
    }

    boolean isOwn(Import checked) {
        return checked.account().account().equals(scope.account().account());
    }

    /** @param own whether it goes back to who handed it in */
    void write(Import checked, boolean own, OutputStream out) throws IOException {
        var file = temporary.create();
        try {
            imports.copyTo(checked.id(), file);
            try (var workbook = WorkbookFile.open(file, checked.fileName(), Limits.DEFAULT)) {
                var writer = TableWriter.xlsx(out);
                writer.notes(
                        "说明",
                        List.of(
                                "本表只含未能导入的行，出错的单元格标为红色，批注说明原因和允许的取值。",
                                "改好后直接导入本文件即可，“" + PROBLEMS + "”和“" + ROW + "”两列不会被导入。",
                                "Only the rows that could not be taken. Mend the red cells and import this file again."));
                var staged = stages.of(checked);
                for (var i = 0; i < staged.size(); i++) {
                    write(workbook, stages.recognised(checked).get(i), staged.get(i), own, writer);
                }
                writer.finish();
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(WorkbookFile workbook, Import.SheetResult sheet, Stage stage, boolean own, TableWriter writer) {
        if (sheet.bad() == 0) {
            return;
        }
        Map<Long, List<Stage.Problem>> byRow = stage.problems(MOST_PROBLEMS).stream()
                .collect(Collectors.groupingBy(Stage.Problem::row, HashMap::new, Collectors.toList()));
        var hidden = own ? null : hidden(sheet);
        byRow.values().removeIf(problems -> problems.stream().noneMatch(Stage.Problem::error));
        workbook.read(sheet.sheet(), row -> {
            if (row.number() == sheet.headerRow()) {
                writer.table(table(sheet, row));
            } else if (row.number() > sheet.headerRow()) {
                var problems = byRow.get((long) row.number());
                if (problems != null) {
                    writer.row(cells(row, problems, sheet, hidden), marks(problems, sheet));
                }
            }
            return true;
        });
    }

    private static TableWriter.Table table(Import.SheetResult sheet, Row header) {
        var columns = new ArrayList<TableWriter.Column>();
        columns.add(TableWriter.Column.of(PROBLEMS, TableWriter.Format.TEXT, 40));
        columns.add(TableWriter.Column.of(ROW, TableWriter.Format.GENERAL, 11));
        for (var cell : header.cells()) {
            columns.add(TableWriter.Column.of(cell.display(), TableWriter.Format.GENERAL, 16));
        }
        return new TableWriter.Table(sheet.sheet(), columns);
    }

    /** Of each place that the ledger knows, what may be left of it. */
    private Map<Integer, Optional<Mask>> hidden(Import.SheetResult sheet) {
        var ledger = ledgers.get(String.valueOf(sheet.ledger()));
        var hidden = new HashMap<Integer, Optional<Mask>>();
        sheet.columns()
                .forEach((name, place) -> hidden.put(
                        place, Optional.ofNullable(ledger.column(name).grading().mask())));
        return hidden;
    }

    private List<Cell> cells(
            Row row,
            List<Stage.Problem> problems,
            Import.SheetResult sheet,
            @Nullable Map<Integer, Optional<Mask>> hidden) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(problems.stream()
                .map(problem -> label(problem, sheet) + problem.messageZh())
                .collect(Collectors.joining(";"))));
        cells.add(new Cell.Number(BigDecimal.valueOf(row.number())));
        for (var place = 0; place < row.cells().size(); place++) {
            var cell = row.cells().get(place);
            var whole = cell instanceof Cell.Covered covered ? covered.anchor() : written(cell);
            cells.add(hidden == null ? whole : seen(whole, hidden.get(place)));
        }
        return cells;
    }

    /** What stands where no ledger knows a column nobody has graded. */
    private static Cell seen(Cell cell, @Nullable Optional<Mask> mask) {
        if (mask == null) {
            return Cell.BLANK;
        }
        return mask.isEmpty() || cell.display().isBlank()
                ? cell
                : Cell.text(mask.get().of(cell.display()).text());
    }

    private static Cell written(Cell cell) {
        return cell instanceof Cell.Error || cell instanceof Cell.Uncalculated ? Cell.text(cell.display()) : cell;
    }

    private String label(Stage.Problem problem, Import.SheetResult sheet) {
        return problem.column() == null || sheet.ledger() == null
                ? ""
                : ledgers.get(sheet.ledger())
                        .find(problem.column())
                        .map(c -> c.label().zh() + "：")
                        .orElse("");
    }

    private static List<TableWriter.Mark> marks(List<Stage.Problem> problems, Import.SheetResult sheet) {
        var marks = new HashMap<Integer, String>();
        for (var problem : problems) {
            var place = problem.column() == null ? null : sheet.columns().get(problem.column());
            if (place != null && problem.error()) {
                var allowed = problem.allowedZh() == null ? "" : "。允许：" + problem.allowedZh();
                marks.merge(place + OWN.size(), problem.messageZh() + allowed, (a, b) -> a + "\n" + b);
            }
        }
        return marks.isEmpty()
                ? Collections.emptyList()
                : marks.entrySet().stream()
                        .map(entry -> new TableWriter.Mark(entry.getKey(), entry.getValue()))
                        .toList();
    }
}

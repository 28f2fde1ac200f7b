package org.yiti.workbook.exports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Masked;
import org.yiti.ledger.checking.Allowed;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.TableWriter;

/** Ledgers as tables of a workbook. What goes out can come in again: the same headers, the same words. */
final class LedgerTables {

    private LedgerTables() {}

    static TableWriter.Table of(Ledger ledger, List<Column> columns, boolean choices) {
        return new TableWriter.Table(
                ledger.title().zh(),
                columns.stream().map(column -> column(column, choices)).toList());
    }

    private static TableWriter.Column column(Column column, boolean choices) {
        var allowed = Allowed.in(column);
        var note = (column.required() ? "必填。" : "")
                + (column.note() == null ? "" : column.note().zh() + "。")
                + (allowed == null ? "" : allowed.zh());
        return new TableWriter.Column(
                column.header(),
                format(column),
                Math.max(12, Math.min(36, column.header().length() * 2 + 4)),
                column.required(),
                choices ? choices(column) : List.of(),
                note);
    }

    private static TableWriter.Format format(Column column) {
        return switch (column.kind()) {
            case TEXT, CODE, RANK, BOOLEAN -> TableWriter.Format.TEXT;
            case INTEGER -> TableWriter.Format.INTEGER;
            case DECIMAL -> "元".equals(column.unit()) ? TableWriter.Format.MONEY : TableWriter.Format.GENERAL;
            case DATE -> TableWriter.Format.DATE;
            case MONTH -> TableWriter.Format.MONTH;
            case TIME -> TableWriter.Format.TIME;
        };
    }

    private static List<String> choices(Column column) {
        if (column.kind() == Kind.BOOLEAN) {
            return List.of("是", "否");
        }
        return column.codes() == null
                ? List.of()
                : CodeTables.get(column.codes()).codes().stream()
                        .map(Code::zh)
                        .distinct()
                        .toList();
    }

    static Cell cell(Column column, @Nullable Object value) {
        if (value == null) {
            return Cell.BLANK;
        }
        if (value instanceof Masked masked) {
            return Cell.text(masked.isUnreadable() ? Mask.UNREADABLE_WORD : masked.text());
        }
        return switch (column.kind()) {
            case TEXT -> Cell.text(value.toString());
            case CODE, RANK -> Cell.text(word(column, value.toString()));
            case BOOLEAN -> Cell.text(Boolean.TRUE.equals(value) ? "是" : "否");
            case INTEGER, DECIMAL -> new Cell.Number(new BigDecimal(value.toString()));
            case DATE -> new Cell.DateTime(LocalDate.parse(value.toString()).atStartOfDay());
            case MONTH -> new Cell.DateTime(LocalDate.parse(value + "-01").atStartOfDay());
            case TIME ->
                value instanceof OffsetDateTime at
                        ? new Cell.DateTime(at.toLocalDateTime())
                        : Cell.text(value.toString());
        };
    }

    private static String word(Column column, String code) {
        return CodeTables.get(String.valueOf(column.codes()))
                .find(code)
                .map(Code::zh)
                .orElse(code);
    }
}

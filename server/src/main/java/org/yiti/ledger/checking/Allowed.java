package org.yiti.ledger.checking;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;
import org.yiti.kernel.ledger.Column;

/** Says what may stand in a column, for templates, repair workbooks and refusals. */
public final class Allowed {

    private static final int LISTED = 40;

    private Allowed() {}

    public static @Nullable Label in(Column column) {
        return switch (column.kind()) {
            case TEXT -> new Label("不超过 " + column.maxLength() + " 字", "up to " + column.maxLength() + " characters");
            case INTEGER -> range(column, "整数", "a whole number");
            case DECIMAL ->
                range(
                        column,
                        "数字，最多 " + column.scale() + " 位小数",
                        "a number with up to " + column.scale() + " decimals");
            case DATE -> new Label("日期，如 2026-01-31", "a date such as 2026-01-31");
            case MONTH -> new Label("月份，如 2026-01", "a month such as 2026-01");
            case TIME -> new Label("时间，如 2026-01-31 08:30", "a moment such as 2026-01-31 08:30");
            case BOOLEAN -> new Label("是、否", "是 (yes) or 否 (no)");
            case CODE, RANK -> codes(String.valueOf(column.codes()));
        };
    }

    private static Label range(Column column, String zh, String en) {
        if (column.min() == null || column.max() == null) {
            return new Label(zh, en);
        }
        var from = column.min().stripTrailingZeros().toPlainString();
        var to = column.max().stripTrailingZeros().toPlainString();
        return new Label(zh + "，" + from + " 至 " + to, en + " from " + from + " to " + to);
    }

    private static Label codes(String table) {
        var codes = CodeTables.get(table).codes();
        return new Label(
                codes.stream().limit(LISTED).map(Code::zh).distinct().collect(Collectors.joining("、")),
                codes.stream()
                        .limit(LISTED)
                        .map(code -> code.zh() + " (" + code.en() + ")")
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }
}

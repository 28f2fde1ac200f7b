package org.yiti.workbook.exports;

import java.util.ArrayList;
import java.util.List;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.checking.Allowed;

/** The sheet of a template that says how to fill it in. */
final class Notes {

    private Notes() {}

    static List<String> of(List<Ledger> ledgers) {
        var lines = new ArrayList<>(List.of(
                "填写说明",
                "1. 每张工作表是一种台账，第一行是表头，请勿修改表头文字；列的顺序可以调整，不需要的非必填列可以删除。",
                "2. 表头批注写明是否必填和允许的取值；有下拉列表的列请从列表选择。",
                "3. 日期写作 2026-01-31，月份写作 2026-01，时间写作 2026-01-31 08:30。",
                "4. 已有的记录按“主键”列识别：内容有变即更新，没有变化的不动；列留空表示清空，整列删除表示不动。",
                "5. 导入前系统先试算，逐格指出问题，确认后才一次写入；导入后可整批撤销。",
                "Row 1 of each sheet is its header; keep the words. Rows already there are known by the key columns.",
                ""));
        for (var ledger : ledgers) {
            lines.add("【" + ledger.title().zh() + " " + ledger.title().en() + "】 主键："
                    + String.join(
                            "、",
                            ledger.key().stream()
                                    .map(key -> ledger.column(key).header())
                                    .toList())
                    + (ledger.note().zh().isEmpty() ? "" : "。" + ledger.note().zh()));
            ledger.inputs().forEach(column -> lines.add(line(column)));
            lines.add("");
        }
        return lines;
    }

    private static String line(Column column) {
        var allowed = Allowed.in(column);
        return "· " + column.header() + (column.required() ? "（必填）" : "")
                + (allowed == null ? "" : "：" + allowed.zh())
                + (column.note() == null ? "" : "。" + column.note().zh());
    }
}

package org.yiti.supervision.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How a finding was come to, step by step in words: the clause, what was found, the number in force, the comparison. */
final class Computation {

    private static final int PLACES = 1;
    private static final int MOST_ROWS = 20;

    private Computation() {}

    static List<String> steps(JsonNode whole) {
        var finding = whole.path("finding");
        var unit = Told.text(finding, "unit");
        var steps = new ArrayList<String>();
        Told.list(whole.path("basis")).forEach(clause -> steps.add(clause(clause)));
        facts(whole, steps);
        Told.list(whole.path("parameters")).forEach(used -> steps.add(standard(used)));
        comparison(finding, unit, steps);
        steps.add("结论：" + Told.text(finding, "summary"));
        return steps;
    }

    private static String clause(JsonNode clause) {
        var text = Told.text(clause, "text");
        return "依据：《" + Told.text(clause, "source") + "》" + Told.text(clause, "article")
                + (text.isEmpty() ? "" : "：" + text);
    }

    private static void facts(JsonNode whole, List<String> steps) {
        var columns = Told.list(whole.path("evidence").path("columns"));
        var rows = Told.list(whole.path("evidence").path("rows"));
        for (var i = 0; i < Math.min(MOST_ROWS, rows.size()); i++) {
            var row = rows.get(i);
            var told = columns.stream()
                    .map(column -> cell(column, row))
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining("，"));
            steps.add("事实 " + (i + 1) + "：" + told);
        }
        if (rows.size() > MOST_ROWS) {
            steps.add("事实共 " + rows.size() + " 条，其余见证据表");
        }
    }

    private static String cell(JsonNode column, JsonNode row) {
        var value = Told.measured(row.path(Told.text(column, "name")), Told.text(column, "unit"));
        return value.isEmpty() ? "" : Told.text(column, "label") + " " + value;
    }

    private static String standard(JsonNode used) {
        var dims = Told.list(used.path("dims")).stream().map(Told::text).collect(Collectors.joining("、"));
        var title = Told.text(used, "title");
        var region = Told.text(used, "regionName");
        return "标准：" + (title.isEmpty() ? Told.text(used, "parameter") : title)
                + (dims.isEmpty() ? "" : "（" + dims + "）")
                + " = " + Told.measured(used.path("value"), Told.text(used, "unit"))
                + "，自 " + Told.text(used, "validFrom") + " 起施行"
                + (region.isEmpty() ? "" : "，适用于" + region)
                + "，出自《" + Told.text(used, "source") + "》" + Told.text(used, "article");
    }

    private static void comparison(JsonNode finding, String unit, List<String> steps) {
        var actual = finding.path("actual");
        var limit = finding.path("limit");
        if (!actual.isNumber() || !limit.isNumber()) {
            return;
        }
        var difference = actual.decimalValue().subtract(limit.decimalValue());
        var size = Told.measured(finding.path("excess"), unit);
        steps.add("比较：实际 " + Told.measured(actual, unit) + "，标准 " + Told.measured(limit, unit) + "；"
                + Told.text(actual) + " − " + Told.text(limit) + " = "
                + difference.stripTrailingZeros().toPlainString()
                + (unit.isEmpty() ? "" : " " + unit)
                + share(difference, limit.decimalValue())
                + (size.isEmpty() ? "" : "；认定差额 " + size));
    }

    private static String share(BigDecimal difference, BigDecimal limit) {
        return limit.signum() == 0
                ? ""
                : "，为标准的 "
                        + difference
                                .abs()
                                .multiply(BigDecimal.valueOf(100))
                                .divide(limit.abs(), PLACES, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "%";
    }
}

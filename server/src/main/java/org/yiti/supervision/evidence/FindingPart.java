package org.yiti.supervision.evidence;

import java.util.List;
import java.util.stream.Collectors;
import org.yiti.document.Document;
import tools.jackson.databind.JsonNode;

/** One finding on the readable page. */
final class FindingPart {

    private FindingPart() {}

    static void write(Document page, JsonNode whole, String ruleHash) {
        var finding = whole.path("finding");
        var complete = "findings/" + Told.text(finding, "number") + "/finding.json";
        page.heading(3, Told.text(finding, "number") + "　" + Told.text(finding.path("rule"), "title"))
                .paragraph(Told.text(finding, "summary"))
                .quiet("对象：" + Told.text(finding.path("subject"), "title") + "；规则代码 "
                        + Told.text(finding.path("rule"), "code") + "；规则版本 " + ruleHash + "；状态："
                        + Told.text(finding, "stateName")
                        + "；首次发现 " + Told.text(finding, "firstSeen") + "，最近一次检查到 " + Told.text(finding, "lastSeen"));
        page.heading(4, "计算过程").steps(Computation.steps(whole));
        Sketch.of(whole).values().forEach(page::picture);
        evidence(page, whole.path("evidence"), complete);
        var used = Told.list(whole.path("parameters"));
        if (!used.isEmpty()) {
            page.heading(4, "适用的标准")
                    .table(
                            List.of("标准", "条件", "数值", "施行日期", "出处"),
                            used.stream().map(FindingPart::parameter).toList(),
                            complete);
        }
        page.heading(4, "问题的经过")
                .table(
                        List.of("时间", "经办", "事项", "说明"),
                        Told.list(whole.path("history")).stream()
                                .map(event -> List.of(
                                        Told.moment(event.path("at")),
                                        Told.text(event.path("actor"), "name"),
                                        Told.text(event, "stepName"),
                                        Told.text(event, "note")))
                                .toList(),
                        complete);
    }

    private static void evidence(Document page, JsonNode evidence, String complete) {
        var columns = Told.list(evidence.path("columns"));
        page.heading(4, "证据")
                .table(
                        columns.stream()
                                .map(column -> Told.text(column, "label")
                                        + (Told.text(column, "unit").isEmpty()
                                                ? ""
                                                : "（" + Told.text(column, "unit") + "）"))
                                .toList(),
                        Told.list(evidence.path("rows")).stream()
                                .map(row -> columns.stream()
                                        .map(column -> Told.text(row, Told.text(column, "name")))
                                        .toList())
                                .toList(),
                        complete);
    }

    private static List<String> parameter(JsonNode used) {
        return List.of(
                Told.text(used, "title"),
                Told.list(used.path("dims")).stream().map(Told::text).collect(Collectors.joining("、")),
                Told.measured(used.path("value"), Told.text(used, "unit")),
                Told.text(used, "validFrom"),
                "《" + Told.text(used, "source") + "》" + Told.text(used, "article"));
    }
}

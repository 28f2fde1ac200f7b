package org.yiti.supervision.evidence;

import java.util.ArrayList;
import java.util.List;
import org.yiti.document.Document;
import tools.jackson.databind.JsonNode;

/** What was proposed and what people decided, and what the law says may follow. */
final class DecisionsPart {

    private DecisionsPart() {}

    static void write(Document page, JsonNode whole) {
        decisions(page, whole);
        guidance(page, whole);
    }

    private static void decisions(Document page, JsonNode whole) {
        var proposals = Told.list(whole.path("proposals"));
        page.heading(2, "三、系统建议与人的决定");
        if (proposals.isEmpty()) {
            page.paragraph("系统没有提出过建议。");
        }
        page.table(
                List.of("提出时间", "建议", "决定", "决定人", "决定时间", "理由"),
                proposals.stream()
                        .map(one -> List.of(
                                Told.moment(one.path("madeAt")),
                                "问题均已消除或不成立，建议销号",
                                decision(one),
                                Told.text(one.path("decidedBy"), "name"),
                                Told.moment(one.path("decidedAt")),
                                Told.text(one, "note")))
                        .toList(),
                ReadablePage.CASE);
    }

    private static String decision(JsonNode proposal) {
        if (proposal.path("accepted").isBoolean()) {
            return proposal.path("accepted").booleanValue() ? "采纳" : "不采纳";
        }
        return proposal.path("goneAt").isNull() || proposal.path("goneAt").isMissingNode() ? "待决定" : "情况已变，自动撤回";
    }

    private static void guidance(Document page, JsonNode whole) {
        var rungs = Told.list(whole.path("guidance"));
        if (rungs.isEmpty()) {
            return;
        }
        page.heading(2, "四、法规规定的处理（仅供参考）").quiet("由有权机关依法定程序决定，系统不作认定。");
        var rows = new ArrayList<List<String>>();
        for (var rung : rungs) {
            for (var measure : Told.list(rung.path("measures"))) {
                rows.add(List.of(
                        Told.text(rung, "matter"),
                        "《" + Told.text(rung, "source") + "》" + Told.text(rung, "article"),
                        Told.text(measure, "when"),
                        Told.text(measure, "measure")));
            }
        }
        page.table(List.of("事项", "依据", "情形", "处理"), rows, ReadablePage.CASE);
    }
}

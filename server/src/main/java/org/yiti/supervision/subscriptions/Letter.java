package org.yiti.supervision.subscriptions;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/**
 * What is sent: of each thing its number, its rule and the way to it. Whoever wants to know more signs in.
 *
 * @param more how many are not named
 */
record Letter(UUID id, UUID subscription, OffsetDateTime at, List<Line> lines, long more) {

    record Line(
            Kind kind,
            String number,
            @Nullable Label title,
            String url,
            @Nullable LocalDate dueOn,
            OffsetDateTime at) {}

    String subject() {
        return "一体监督提醒：" + (lines.size() + more) + " 条 / Yiti: " + (lines.size() + more);
    }

    String text() {
        var text = new StringBuilder();
        for (var line : lines) {
            text.append("· ")
                    .append(line.kind().label().zh())
                    .append(" / ")
                    .append(line.kind().label().en())
                    .append("\n  ")
                    .append(line.number());
            if (line.title() != null) {
                text.append("  ").append(line.title().zh());
            }
            if (line.dueOn() != null) {
                text.append("（期限 ").append(line.dueOn()).append("）");
            }
            text.append("\n  ").append(line.url()).append("\n\n");
        }
        if (more > 0) {
            text.append("另有 ").append(more).append(" 条，请登录查看。 / ").append(more).append(" more.\n\n");
        }
        return text.append("在“提醒订阅”里可以停止。 / Stop this under “Subscriptions”.\n").toString();
    }

    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("subscription", subscription);
        body.put("at", at);
        body.put("lines", lines);
        body.put("more", more);
        return body;
    }
}

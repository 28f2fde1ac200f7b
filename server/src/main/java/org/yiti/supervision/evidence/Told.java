package org.yiti.supervision.evidence;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Values as a reader of Chinese is told them. */
final class Told {

    private Told() {}

    static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? "是" : "否";
        }
        if (node.has("zh")) {
            return text(node.path("zh"));
        }
        if (node.has("text") && node.has("masked")) {
            return text(node.path("text"));
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }

    static String text(JsonNode node, String path) {
        return text(node.path(path));
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** To the minute, as it was in Beijing: moments arrive with that offset. */
    static String moment(JsonNode node) {
        var text = text(node);
        return text.length() < 16 ? text : text.substring(0, 16).replace('T', ' ');
    }

    /** With its unit behind it. */
    static String measured(JsonNode value, String unit) {
        var text = text(value);
        return text.isEmpty() || unit.isEmpty() ? text : text + " " + unit;
    }
}

package org.yiti.meters.mohurd;

import static org.yiti.meters.MeterRefusal.XML_UNFIT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiti.meters.MeterRefused;

/** An element of a message: attributes, then children or text. */
record Node(String name, Map<String, String> attributes, List<Node> children, String text) {

    static Node of(String name, Node... children) {
        return new Node(name, Map.of(), List.of(children), "");
    }

    static Node text(String name, String text) {
        return new Node(name, Map.of(), List.of(), text);
    }

    Optional<Node> child(String child) {
        return children.stream().filter(node -> node.name.equals(child)).findFirst();
    }

    String textOf(String child) {
        return child(child).map(Node::text).map(String::strip).orElse("");
    }

    String need(String child) {
        var text = textOf(child);
        if (text.isEmpty()) {
            throw unfit(child);
        }
        return text;
    }

    int number(String child, int absent) {
        var text = textOf(child);
        if (text.isEmpty()) {
            return absent;
        }
        if (!text.matches("\\d{1,9}")) {
            throw unfit(child);
        }
        return Integer.parseInt(text);
    }

    static MeterRefused unfit(String what) {
        return new MeterRefused(XML_UNFIT, Map.of("what", what));
    }
}

package org.yiti.meters.mohurd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A message as a document. */
final class MessageWriter {

    private MessageWriter() {}

    static Node node(Message message) {
        if (message instanceof Message.Request) {
            return document(message, "id_validate", "request");
        }
        if (message instanceof Message.Sequence sequence) {
            return document(message, "id_validate", "sequence", Node.text("sequence", sequence.sequence()));
        }
        if (message instanceof Message.Md5 md5) {
            return document(message, "id_validate", "md5", Node.text("md5", md5.md5()));
        }
        if (message instanceof Message.Result result) {
            return document(message, "id_validate", "result", Node.text("result", result.pass() ? "pass" : "fail"));
        }
        if (message instanceof Message.HeartBeat) {
            return document(message, "heart_beat", "notify");
        }
        if (message instanceof Message.Time time) {
            return document(message, "heart_beat", "time", Node.text("time", MessageReader.TIME.format(time.time())));
        }
        return dataOrConfiguration(message);
    }

    private static Node dataOrConfiguration(Message message) {
        if (message instanceof Message.Query) {
            return document(message, "data", "query");
        }
        if (message instanceof Message.Data data) {
            return data(data);
        }
        if (message instanceof Message.ContinuousAck ack) {
            return document(
                    message,
                    "data",
                    "continuous_ack",
                    Node.text("sequence", ack.sequence()),
                    Node.text("current", String.valueOf(ack.current())));
        }
        if (message instanceof Message.Period period) {
            return document(message, "config", "period", Node.text("period", String.valueOf(period.minutes())));
        }
        if (message instanceof Message.Other other) {
            return document(message, other.element(), other.operation());
        }
        return document(message, "config", "period_ack");
    }

    private static Node data(Message.Data data) {
        var children = new ArrayList<Node>();
        children.add(Node.text("sequence", data.sequence()));
        children.add(Node.text("parser", data.parsed() ? "yes" : "no"));
        children.add(Node.text("time", MessageReader.TIME.format(data.time())));
        children.add(Node.text("total", String.valueOf(data.total())));
        children.add(Node.text("current", String.valueOf(data.current())));
        var meters = new LinkedHashMap<String, List<Node>>();
        for (var reading : data.readings()) {
            meters.computeIfAbsent(reading.meter(), id -> new ArrayList<>()).add(function(reading));
        }
        meters.forEach((id, functions) -> children.add(new Node("meter", Map.of("id", id), functions, "")));
        var operation = data.occasion().name().toLowerCase(Locale.ROOT);
        return document(data, "data", operation, children.toArray(Node[]::new));
    }

    private static Node function(Collected reading) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("id", reading.function());
        attributes.put("coding", reading.coding());
        attributes.put("error", reading.error());
        return new Node("function", attributes, List.of(), reading.text());
    }

    private static Node document(Message message, String element, String operation, Node... children) {
        var operating = new Node(element, Map.of("operation", operation), List.of(children), "");
        return Node.of("root", message.common().node(operation), operating);
    }
}

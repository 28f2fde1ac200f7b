package org.yiti.meters.mohurd;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yiti.meters.mohurd.Message.Data.Occasion;

/** What a document says. */
final class MessageReader {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private MessageReader() {}

    static Message read(Node root) {
        var common = Common.read(root);
        var element = root.children().stream()
                .filter(node -> !node.name().equals("common"))
                .findFirst()
                .orElseThrow(() -> Node.unfit("operation"));
        var operation = element.attributes().getOrDefault("operation", "");
        return switch (element.name() + "@" + operation) {
            case "id_validate@request" -> new Message.Request(common);
            case "id_validate@sequence" -> new Message.Sequence(common, element.need("sequence"));
            case "id_validate@md5" -> new Message.Md5(common, element.need("md5"));
            case "id_validate@result" ->
                new Message.Result(common, element.need("result").equals("pass"));
            case "heart_beat@notify" -> new Message.HeartBeat(common);
            case "heart_beat@time" -> new Message.Time(common, time(element));
            case "data@query" -> new Message.Query(common);
            case "data@reply" -> data(common, Occasion.REPLY, element);
            case "data@report" -> data(common, Occasion.REPORT, element);
            case "data@continuous" -> data(common, Occasion.CONTINUOUS, element);
            case "data@continuous_ack" ->
                new Message.ContinuousAck(common, element.textOf("sequence"), element.number("current", 1));
            case "config@period" -> new Message.Period(common, element.number("period", 0));
            case "config@period_ack" -> new Message.PeriodAck(common);
            default -> new Message.Other(common, element.name(), operation);
        };
    }

    private static Message.Data data(Common common, Occasion occasion, Node element) {
        var readings = new ArrayList<Collected>();
        for (var meter : element.children()) {
            if (meter.name().equals("meter")) {
                collect(meter, readings);
            }
        }
        return new Message.Data(
                common,
                occasion,
                element.textOf("sequence"),
                !element.textOf("parser").equals("no"),
                time(element),
                element.number("total", 1),
                element.number("current", 1),
                List.copyOf(readings));
    }

    private static void collect(Node meter, List<Collected> readings) {
        var id = meter.attributes().getOrDefault("id", "").strip();
        if (id.isEmpty()) {
            throw Node.unfit("meter id");
        }
        for (var function : meter.children()) {
            if (function.name().equals("function")) {
                var attributes = function.attributes();
                readings.add(new Collected(
                        id,
                        attributes.getOrDefault("id", ""),
                        attributes.getOrDefault("coding", ""),
                        attributes.getOrDefault("error", ""),
                        function.text().strip()));
            }
        }
    }

    private static LocalDateTime time(Node element) {
        try {
            return LocalDateTime.parse(element.need("time"), TIME);
        } catch (DateTimeException malformed) {
            throw Node.unfit("time");
        }
    }
}

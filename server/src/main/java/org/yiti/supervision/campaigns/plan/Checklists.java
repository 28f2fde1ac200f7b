package org.yiti.supervision.campaigns.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code standards/checklists.yml}, read once. */
@Component
public class Checklists {

    private final List<Checklist> all = read();

    public List<Checklist> all() {
        return all;
    }

    public Checklist get(String id) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(SupervisionRefusal.CHECKLIST_UNKNOWN));
    }

    private static List<Checklist> read() {
        try (var stream = Checklists.class.getResourceAsStream("/standards/checklists.yml")) {
            var file = YAMLMapper.builder()
                    .build()
                    .readTree(Objects.requireNonNull(stream, "standards/checklists.yml")
                            .readAllBytes());
            return each(file.get("checklists")).map(Checklists::checklist).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Checklist checklist(JsonNode node) {
        return new Checklist(
                text(node, "id"),
                node.get("version").intValue(),
                label(node.get("title")),
                text(node, "basis"),
                each(node.get("items")).map(Checklists::item).toList());
    }

    private static Checklist.Item item(JsonNode node) {
        var limit = node.get("limit");
        return new Checklist.Item(
                text(node, "code"),
                label(node.get("title")),
                Checklist.Kind.valueOf(constant(node, "kind")),
                node.has("photo") ? Checklist.Photo.valueOf(constant(node, "photo")) : Checklist.Photo.NONE,
                node.get("weight").decimalValue(),
                text(node, "clause"),
                !text(node, "confidence").equals("to-confirm"),
                constant(node, "severity"),
                node.get("due_days").intValue(),
                optional(node, "unit"),
                limit == null ? null : text(limit, "parameter"),
                limit == null || text(limit, "is").equals("most"),
                optional(node, "rule"));
    }

    private static String constant(JsonNode node, String field) {
        return text(node, field).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String text(JsonNode node, String field) {
        return Objects.requireNonNull(optional(node, field), "standards/checklists.yml: " + field);
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.has(field) ? node.get(field).stringValue() : null;
    }

    private static Label label(JsonNode node) {
        return new Label(text(node, "zh"), text(node, "en"));
    }
}

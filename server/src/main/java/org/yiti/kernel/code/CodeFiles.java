package org.yiti.kernel.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yiti.kernel.Label;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code codes*.yml} and {@code ranks.yml}. */
final class CodeFiles {

    private CodeFiles() {}

    static Map<String, CodeTable> read() {
        var yaml = YAMLMapper.builder().build();
        var tables = new LinkedHashMap<String, CodeTable>();
        for (var file : files()) {
            try (var stream = file.getInputStream()) {
                for (var entry : yaml.readTree(stream).properties()) {
                    var table = table(entry.getKey(), entry.getValue());
                    if (tables.put(table.id(), table) != null) {
                        throw new IllegalStateException("Code table " + table.id() + " stands in two files");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Collections.unmodifiableMap(tables);
    }

    private static List<Resource> files() {
        var found = new ArrayList<Resource>();
        try {
            var resolver = new PathMatchingResourcePatternResolver(CodeFiles.class.getClassLoader());
            for (var pattern : List.of("classpath*:/standards/codes*.yml", "classpath*:/standards/ranks.yml")) {
                Collections.addAll(found, resolver.getResources(pattern));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static CodeTable table(String id, JsonNode node) {
        var codes = new ArrayList<Code>();
        node.path("codes").forEach(code -> codes.add(code(code, null)));
        node.path("levels")
                .properties()
                .forEach(level -> level.getValue().forEach(code -> codes.add(code(code, level.getKey()))));
        var note = node.path("grade-note");
        return new CodeTable(
                id,
                label(node.get("title")),
                node.get("source").stringValue(),
                codes,
                note.isMissingNode() ? null : label(note));
    }

    private static Code code(JsonNode node, @Nullable String level) {
        return new Code(
                node.get("code").stringValue(),
                label(node),
                texts(node.path("aliases")),
                texts(node.path("grades")),
                node.path("note").stringValue(null),
                node.path("unit").stringValue(null),
                level);
    }

    private static Label label(JsonNode node) {
        return new Label(node.get("zh").stringValue(), node.get("en").stringValue());
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::stringValue).toList();
    }
}

package org.yiti.law.book;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yiti.kernel.Label;

/** A piece of YAML that knows its file, line and field, and takes no other shape than the one asked for. */
final class Located {

    private final String file;
    private final String path;
    private final Node node;

    private Located(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    static Located read(String file, String yaml) {
        try {
            var root = new Yaml().compose(new StringReader(yaml));
            if (root == null) {
                throw new Malformed(file + ":1", "is empty");
            }
            return new Located(file, "", root);
        } catch (MarkedYAMLException e) {
            throw new Malformed(file + ":" + (e.getProblemMark().getLine() + 1), e.getProblem());
        } catch (YAMLException e) {
            throw new Malformed(file, String.valueOf(e.getMessage()));
        }
    }

    String place() {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    Malformed malformed(String complaint) {
        return new Malformed(place(), path.isEmpty() ? complaint : path + ": " + complaint);
    }

    Located field(String name) {
        return optional(name).orElseThrow(() -> malformed("has no " + name));
    }

    Optional<Located> optional(String name) {
        return Optional.ofNullable(entries().get(name));
    }

    /** Refuses every field that is not named here. */
    Located only(String... names) {
        var known = Set.of(names);
        entries().forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.malformed("is not a field; here are " + String.join(", ", names));
            }
        });
        return this;
    }

    Map<String, Located> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw malformed("should be fields with values");
        }
        var entries = new LinkedHashMap<String, Located>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw malformed("should have fields with plain names");
            }
            var name = key.getValue();
            var value = new Located(file, path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
            if (entries.put(name, value) != null) {
                throw value.malformed("is there twice");
            }
        }
        return entries;
    }

    List<Located> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw malformed("should be a list");
        }
        return sequence.getValue().stream()
                .map(item -> new Located(file, path + "[]", item))
                .toList();
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw malformed("should be a text");
    }

    String text(String pattern) {
        var text = text();
        if (!text.matches(pattern)) {
            throw malformed("'" + text + "' should look like " + pattern);
        }
        return text;
    }

    BigDecimal number() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException e) {
            throw malformed("'" + text() + "' is not a number");
        }
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            throw malformed("'" + text() + "' is not a date like 2017-12-05");
        }
    }

    /** A constant written small and with dashes: {@code to-confirm}. */
    <E extends Enum<E>> E constant(Class<E> type) {
        var written = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> written(c).equals(written))
                .findAny()
                .orElseThrow(() -> malformed("'" + written + "' should be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Located::written)
                                        .toList())));
    }

    Label label() {
        only("zh", "en");
        return new Label(field("zh").text(), field("en").text());
    }

    @Nullable
    String textOf(String name) {
        return optional(name).map(Located::text).orElse(null);
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class OpenApiTest extends Journey {

    private static final Path COMMITTED = Path.of("../docs/api/openapi.yaml");

    /** After a wanted change of the API: {@code make docs} writes it anew. */
    @Test
    void theCommittedDescriptionIsTheOneServed() throws IOException {
        var served = http.get().uri("/api/openapi").exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var tree = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .readValue(served, TreeMap.class);
        tree.remove("servers");
        var yaml = YAMLMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writeValueAsString(tree);
        if (System.getenv("YITI_WRITE_DOCS") != null) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, yaml);
        }
        assertThat(Files.readString(COMMITTED)).isEqualTo(yaml);
    }

    /** OpenAPI 3.1 by its own words: what a generator of clients would stumble over. */
    @Test
    void theDescriptionIsWholeAndNamesWhatItUses() {
        var api = json(http.get().uri("/api/openapi").exchange());
        assertThat(of(api, "info")).containsEntry("title", "Yiti 一体").containsKeys("version", "license");
        var components = of(api, "components");
        assertThat(of(components, "securitySchemes")).containsOnlyKeys("token", "session");
        assertThat((List<Map<String, Object>>) api.get("security"))
                .flatExtracting(Map::keySet)
                .containsExactlyInAnyOrder("token", "session");
        var faults = new TreeSet<String>();
        var ids = new HashSet<Object>();
        of(api, "paths")
                .forEach((path, item) -> ((Map<String, Object>) item).forEach((method, one) -> {
                    var operation = (Map<String, Object>) one;
                    var at = method + " " + path;
                    if (!ids.add(operation.get("operationId"))) {
                        faults.add(at + ": the operationId is another's too");
                    }
                    if (String.valueOf(operation.getOrDefault("summary", "")).isBlank()) {
                        faults.add(at + ": no summary");
                    }
                    if (of(operation, "responses").isEmpty()) {
                        faults.add(at + ": no responses");
                    }
                    var named = new TreeSet<String>();
                    for (var parameter : (List<Map<String, Object>>)
                            operation.getOrDefault("parameters", List.<Map<String, Object>>of())) {
                        if (of(parameter, "schema").isEmpty()) {
                            faults.add(at + ": no schema of " + parameter.get("name"));
                        }
                        if ("path".equals(parameter.get("in"))) {
                            named.add(String.valueOf(parameter.get("name")));
                            if (!Boolean.TRUE.equals(parameter.get("required"))) {
                                faults.add(at + ": a part of the path is not required");
                            }
                        }
                    }
                    var within = Pattern.compile("\\{([^}:]+)")
                            .matcher(path)
                            .results()
                            .map(m -> m.group(1));
                    if (!within.collect(Collectors.toCollection(TreeSet::new)).equals(named)) {
                        faults.add(at + ": the parts of the path are not its parameters");
                    }
                }));
        references(api, reference -> {
            var parts = reference.split("/");
            if (!reference.startsWith("#/components/")
                    || !of(components, parts[2]).containsKey(parts[3])) {
                faults.add(reference + " is not there");
            }
        });
        assertThat(faults).isEmpty();
        assertThat(ids).hasSizeGreaterThan(700);
    }

    private static Map<String, Object> of(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.getOrDefault(name, Map.of());
    }

    private static void references(Object tree, Consumer<String> taker) {
        if (tree instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                if ("$ref".equals(name) && value instanceof String reference) {
                    taker.accept(reference);
                } else {
                    references(value, taker);
                }
            });
        } else if (tree instanceof List<?> all) {
            all.forEach(one -> references(one, taker));
        }
    }
}

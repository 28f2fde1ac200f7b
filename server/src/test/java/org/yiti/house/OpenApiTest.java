package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
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
}

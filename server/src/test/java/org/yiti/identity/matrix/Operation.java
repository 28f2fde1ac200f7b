package org.yiti.identity.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One line of the API's description. */
record Operation(String method, String path) {

    @SuppressWarnings("unchecked")
    static List<Operation> all() throws IOException {
        var tree = YAMLMapper.builder()
                .build()
                .readValue(Files.readString(Path.of("../docs/api/openapi.yaml")), Map.class);
        var all = new ArrayList<Operation>();
        ((Map<String, Map<String, ?>>) tree.get("paths"))
                .forEach((path, methods) -> methods.keySet().stream()
                        .filter(method ->
                                List.of("get", "post", "put", "patch", "delete").contains(method))
                        .forEach(method -> all.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path))));
        return all;
    }

    boolean isOf(String... beginnings) {
        return List.of(beginnings).stream().anyMatch(path::startsWith);
    }

    boolean isAboutOne() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

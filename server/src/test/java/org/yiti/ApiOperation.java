package org.yiti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One thing that can be asked of the API, as its description has it.
 *
 * @param body what belongs into each field of a body in JSON; null when there is none
 * @param takesFile a body that is a form with a file
 */
public record ApiOperation(
        String method,
        String path,
        List<String> pathParameters,
        List<String> queryParameters,
        @Nullable Map<String, Object> body,
        boolean takesFile) {

    private static final Path DESCRIPTION = Path.of("../docs/api/openapi.yaml");

    public static List<ApiOperation> all() throws IOException {
        var description = YAMLMapper.builder().build().readTree(DESCRIPTION.toFile());
        var operations = new ArrayList<ApiOperation>();
        for (var path : description.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(of(description, operation.getKey().toUpperCase(), path.getKey(), operation.getValue()));
            }
        }
        return operations;
    }

    private static ApiOperation of(JsonNode description, String method, String path, JsonNode operation) {
        var content = operation.path("requestBody").path("content");
        var schema = content.path("application/json").path("schema");
        return new ApiOperation(
                method,
                path,
                named(operation, "path"),
                named(operation, "query"),
                schema.isMissingNode() ? null : fields(description, schema, 0),
                content.has("multipart/form-data"));
    }

    private static List<String> named(JsonNode operation, String in) {
        var names = new ArrayList<String>();
        for (var parameter : operation.path("parameters")) {
            if (in.equals(parameter.path("in").asString(""))) {
                names.add(parameter.path("name").asString());
            }
        }
        return names;
    }

    private static Map<String, Object> fields(JsonNode description, JsonNode schema, int deep) {
        var fields = new LinkedHashMap<String, Object>();
        var meant = resolved(description, schema);
        for (var property : meant.path("properties").properties()) {
            fields.put(property.getKey(), fitting(description, property.getValue(), deep));
        }
        return fields;
    }

    /** Something that could stand there. */
    private static Object fitting(JsonNode description, JsonNode schema, int deep) {
        var meant = resolved(description, schema);
        if (meant.has("enum")) {
            return meant.get("enum").get(0).asString();
        }
        if (meant.has("properties") && deep < 4) {
            return fields(description, meant, deep + 1);
        }
        return switch (Optional.ofNullable(meant.get("type"))
                .map(JsonNode::asString)
                .orElse("")) {
            case "integer", "number" -> 1;
            case "boolean" -> false;
            case "array" -> List.of();
            default ->
                meant.path("format").asString("").equals("date")
                        ? "2026-01-31"
                        : meant.has("minimum") || meant.has("maximum") ? (Object) 1 : "1";
        };
    }

    private static JsonNode resolved(JsonNode description, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema
                : description
                        .path("components")
                        .path("schemas")
                        .path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    public boolean isOf(String... beginnings) {
        return List.of(beginnings).stream().anyMatch(path::startsWith);
    }

    public boolean isAboutOne() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

package org.yiti.ledger.listing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.web.ApiDescription;

/** Writes out what one generic controller serves: a typed address for every ledger, from its declaration. */
@Component
class LedgerOpenApi implements OpenApiCustomizer {

    private static final String GENERIC = "/api/{module}/{plural}";

    private final Ledgers ledgers;

    LedgerOpenApi(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public void customise(OpenAPI api) {
        var paths = new Paths();
        api.getPaths().forEach((path, item) -> {
            if (!path.startsWith(GENERIC)) {
                paths.addPathItem(path, item);
            }
        });
        ledgers.all().forEach(ledger -> describe(ledger, api, paths));
        api.setPaths(paths);
    }

    private static void describe(Ledger ledger, OpenAPI api, Paths paths) {
        var name = schemaName(ledger);
        api.getComponents().addSchemas(name, cells(ledger));
        var address = "/api/" + ledger.path();
        if (!ledger.isFlow()) {
            var list = new PathItem()
                    .get(list(ledger, name))
                    .post(ApiDescription.happensOnce(operation(ledger, "add", "201", "the id of the new row")
                            .requestBody(body(name))));
            var row = new PathItem()
                    .get(operation(ledger, "get", "200", "the row").addParametersItem(id()))
                    .patch(ApiDescription.happensOnce(operation(
                                    ledger,
                                    "change",
                                    "200",
                                    "the row as it is now; the body names the version it changes")
                            .addParametersItem(id())
                            .requestBody(body(name))))
                    .delete(ApiDescription.happensOnce(operation(ledger, "remove", "204", "removed")
                            .addParametersItem(id())
                            .addParametersItem(query("version", "integer").required(true))));
            paths.addPathItem(address, list);
            paths.addPathItem(address + "/{id}", row);
        }
        var export = operation(ledger, "export", "200", "the list as filtered, xlsx or csv")
                .addParametersItem(query("format", "string"))
                .addParametersItem(query("sort", "string"));
        filters(ledger, export);
        paths.addPathItem(address + "/export", new PathItem().get(export));
        paths.addPathItem(
                address + "/template",
                new PathItem()
                        .get(operation(ledger, "template", "200", "an empty workbook to fill in")
                                .addParametersItem(query("format", "string"))));
    }

    private static Operation list(Ledger ledger, String name) {
        var page = ApiDescription.typed("object")
                .addProperty("items", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/" + name)))
                .addProperty("next", ApiDescription.typed("string"))
                .addProperty("total", ApiDescription.typed("integer"))
                .addProperty("totalCapped", ApiDescription.typed("boolean"))
                .addProperty(
                        "lookedTo",
                        ApiDescription.typed("string")
                                .description(
                                        "how far a list of millions was looked through; next looks on from there"));
        var operation = operation(ledger, "list", "200", "a page of rows")
                .summary(ledger.title().en());
        operation
                .getResponses()
                .addApiResponse(
                        "200", new ApiResponse().description("a page of rows").content(json(page)));
        operation.addParametersItem(query("sort", "string").description("a column, descending with a minus before it"));
        operation.addParametersItem(query("after", "string").description("the next of the page before"));
        operation.addParametersItem(query("limit", "integer"));
        filters(ledger, operation);
        return operation;
    }

    private static void filters(Ledger ledger, Operation operation) {
        operation.addParametersItem(query("q", "string").description("a part of what is searched"));
        operation.addParametersItem(
                query("institution", "string").description("the id of one, with all that is below it"));
        ledger.columns()
                .forEach(column -> operation.addParametersItem(query(column.name(), "string")
                        .description("also " + column.name() + ".from, .to and .like; several mean any of them")));
    }

    private static Operation operation(Ledger ledger, String verb, String status, String answer) {
        return ApiDescription.answersProblems(new Operation()
                .operationId(verb + schemaName(ledger))
                .addTagsItem(ledger.module())
                .description(ledger.title().zh())
                .responses(new ApiResponses().addApiResponse(status, new ApiResponse().description(answer))));
    }

    private static RequestBody body(String name) {
        return new RequestBody().required(true).content(json(new Schema<>().$ref("#/components/schemas/" + name)));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Parameter id() {
        return new Parameter()
                .in("path")
                .name("id")
                .required(true)
                .schema(ApiDescription.typed("string").format("uuid"));
    }

    private static Parameter query(String name, String type) {
        return new Parameter().in("query").name(name).schema(ApiDescription.typed(type));
    }

    private static String schemaName(Ledger ledger) {
        var words = ledger.name().substring(ledger.name().indexOf('.') + 1).split("_");
        var name = new StringBuilder();
        for (var word : words) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static Schema<?> cells(Ledger ledger) {
        var schema = ApiDescription.typed("object").description(ledger.title().zh());
        ledger.columns().forEach(column -> schema.addProperty(column.name(), cell(column)));
        schema.setRequired(ledger.inputs().stream()
                .filter(Column::required)
                .map(Column::name)
                .toList());
        return schema;
    }

    private static Schema<?> cell(Column column) {
        var schema = switch (column.kind()) {
            case INTEGER -> ApiDescription.typed("integer");
            case DECIMAL -> ApiDescription.typed("number");
            case BOOLEAN -> ApiDescription.typed("boolean");
            case DATE -> ApiDescription.typed("string").format("date");
            case TIME -> ApiDescription.typed("string").format("date-time");
            default -> ApiDescription.typed("string");
        };
        schema.description(column.label().zh() + (column.unit() == null ? "" : ", " + column.unit()));
        schema.setMinimum(column.min());
        schema.setMaximum(column.max());
        if (column.codes() != null) {
            schema.setEnum(List.copyOf(CodeTables.get(column.codes()).codes().stream()
                    .map(Code::code)
                    .toList()));
        }
        return schema;
    }
}

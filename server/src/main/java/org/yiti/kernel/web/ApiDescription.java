package org.yiti.kernel.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** What all operations of the API have in common, for its description: how a no looks, how a write is made to happen once. */
@Configuration
public class ApiDescription {

    private static final String PROBLEM = "Problem";

    /** A schema of OpenAPI 3.1, which writes {@code types}: what is set as {@code type} alone is left out without a word. */
    public static Schema<?> typed(String type) {
        return new Schema<>(SpecVersion.V31).types(Set.of(type));
    }

    /** Every operation may be answered with a problem (RFC 9457). */
    public static Operation answersProblems(Operation operation) {
        var responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        responses.setDefault(new ApiResponse()
                .description("a no, with its reason")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
        return operation.responses(responses);
    }

    /** A write that names a key happens once, however often it is sent. */
    public static Operation happensOnce(Operation operation) {
        return operation.addParametersItem(new Parameter()
                .in("header")
                .name(Idempotency.HEADER)
                .description(
                        "Sent again with the same content it gets the first answer; with another, 422; while the first"
                                + " is under way, 409; where the first held a secret that is told once, 409 as well. Kept for a day.")
                .schema(typed("string")));
    }

    @Bean
    OperationCustomizer commonAnswers() {
        return (operation, method) -> {
            var controller = method.getBeanType().getSimpleName().replace("Controller", "");
            operation.setOperationId(method.getMethod().getName() + controller);
            return answersProblems(isWrite(method) ? happensOnce(operation) : operation);
        };
    }

    private static boolean isWrite(HandlerMethod method) {
        return !isOfTheSession(method)
                && Set.of(PostMapping.class, PatchMapping.class, PutMapping.class, DeleteMapping.class).stream()
                        .anyMatch(method::hasMethodAnnotation);
    }

    /** Nothing of those is kept, and nobody is signed in who could name a key twice. */
    private static boolean isOfTheSession(HandlerMethod method) {
        var at = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
        return at != null
                && Stream.of(at.path()).anyMatch(path -> path.matches("/api/identity/(session|invitations)(/.*)?"));
    }

    @Bean
    OpenApiCustomizer problemSchema() {
        var field = typed("object")
                .addProperty("pointer", typed("string").description("where, as JSON pointer"))
                .addProperty("message", typed("string"));
        var problem = typed("object")
                .description("RFC 9457; further members say what the title speaks of")
                .addProperty("type", typed("string").format("uri-reference"))
                .addProperty("title", typed("string").description("in the language asked for"))
                .addProperty("status", typed("integer"))
                .addProperty("instance", typed("string").format("uri-reference"))
                .addProperty("errors", new ArraySchema().items(field));
        return api -> api.getComponents().addSchemas(PROBLEM, problem);
    }

    /** Records within others are called by both names: many have a Page, an Item or a Summary. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String nameForClass(Class<?> type, Set<Options> options) {
                var within = type.getEnclosingClass();
                return within == null
                        ? super.nameForClass(type, options)
                        : within.getSimpleName().replace("Controller", "") + type.getSimpleName();
            }
        });
    }
}

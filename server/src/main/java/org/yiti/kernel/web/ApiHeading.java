package org.yiti.kernel.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API begins with: what it is, and who may call it; and a line for each operation. */
@Configuration
class ApiHeading {

    private static final String VERSION = "1";

    @Bean
    OpenAPI heading() {
        return new OpenAPI()
                .info(new Info()
                        .title("Yiti 一体")
                        .version(VERSION)
                        .description(
                                "Everything the console does goes through this interface. Lists are paged by `after`, sorted by `sort`, filtered by the names of their columns; a no is a problem (RFC 9457).")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "token",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("a token of an account, for machines"))
                                .addSecuritySchemes(
                                        "session",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.APIKEY)
                                                .in(SecurityScheme.In.COOKIE)
                                                .name("YITI_SESSION")
                                                .description(
                                                        "of somebody signed in; over TLS its name begins with __Host-. Writes repeat the cookie XSRF-TOKEN in the header X-XSRF-TOKEN")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    /** After all that is described elsewhere: an operation without a line of its own is told by its name. */
    @Bean
    GlobalOpenApiCustomizer lines() {
        return api -> api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .forEach(operations -> operations.forEach(ApiHeading::line));
    }

    private static void line(Operation operation) {
        if (operation.getSummary() != null) {
            return;
        }
        var words = operation
                .getOperationId()
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        operation.setSummary(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}

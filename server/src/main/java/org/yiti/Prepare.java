package org.yiti;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiti.identity.DemonstrationAccounts;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends a server that was started only to make things ready ({@code --yiti.prepare=true}): the database is migrated and
 * the demonstration loaded by now; a few requests make the JVM load the classes people will need, so that its archive
 * of classes has them.
 */
@Component
@ConditionalOnProperty("yiti.prepare")
@Order(Ordered.LOWEST_PRECEDENCE)
class Prepare implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Prepare.class);

    private final ConfigurableApplicationContext context;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Prepare(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            for (var page : List.of("/", "/api/identity/session", "/api/identity/demo-accounts")) {
                get(page);
            }
            signIn();
            get("/api/search?q=1");
            get("/api/organization/tree");
            get("/api/insight/cockpit");
            get("/api/supervision/findings");
            for (var ledger : JsonMapper.shared().readTree(get("/api/ledgers"))) {
                get("/api/" + ledger.path("path").asString() + "?limit=50");
            }
        } catch (IOException failure) {
            // Only speed is lost: what was not asked is not in the archive.
            log.info("The server did not answer itself while preparing: {}", failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        System.exit(SpringApplication.exit(context));
    }

    private void signIn() throws IOException, InterruptedException {
        var body = "{\"account\":\"admin\",\"password\":\"" + DemonstrationAccounts.PASSWORD + "\"}";
        var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        browser.send(
                request("/api/identity/session")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder request(String path) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}

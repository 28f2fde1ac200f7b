package org.yiti.simulator;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.yiti.simulator.meter.Entrance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The house as one may enter it: with a token, or, where it is a demonstration, as the first who keeps its ledgers. */
final class House implements Entrance {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 500;

    private final URI address;
    private final Optional<String> token;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .cookieHandler(cookies)
            .build();

    House(URI address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** Does nothing for whoever is inside. */
    void enter() throws IOException, InterruptedException {
        if (token.isEmpty() && cookies.getCookieStore().getCookies().isEmpty()) {
            signIn();
        }
    }

    @Override
    public boolean enterAgain() {
        if (token.isPresent()) {
            return false;
        }
        try {
            cookies.getCookieStore().removeAll();
            signIn();
            return true;
        } catch (IOException | IllegalArgumentException notNow) {
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** So many rows at most of a ledger, by column. */
    List<Map<String, String>> rows(String ledger, int most) throws IOException, InterruptedException {
        enter();
        var rows = new ArrayList<Map<String, String>>();
        var after = "";
        do {
            var page = get("/api/" + ledger + "?limit=" + PAGE + after);
            page.path("items").forEach(item -> rows.add(texts(item)));
            var next = page.path("next");
            after = next.isString() ? "&after=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8) : "";
        } while (!after.isEmpty() && rows.size() < most);
        return rows.subList(0, Math.min(most, rows.size()));
    }

    private static Map<String, String> texts(JsonNode item) {
        var texts = new java.util.HashMap<String, String>();
        item.properties().forEach(cell -> {
            var value = cell.getValue();
            texts.put(cell.getKey(), value.isNull() ? "" : value.isValueNode() ? value.asString() : code(value));
        });
        return texts;
    }

    private static String code(JsonNode value) {
        return value.path("code").asString("");
    }

    private void signIn() throws IOException, InterruptedException {
        var accounts = get("/api/identity/demo-accounts");
        var first = StreamSupport.stream(accounts.spliterator(), false)
                .filter(account -> account.path("role").asString("").equals("ADMINISTRATOR"))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                address
                                        + " is no demonstration: give a token that may read its ledgers and bring readings (TOKEN), or files"));
        askForTheTokenAgainstForgery();
        var sent = JSON.writeValueAsString(Map.of(
                "account", first.path("account").asString(),
                "password", first.path("password").asString()));
        send(request("/api/identity/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(sent)));
        askForTheTokenAgainstForgery();
    }

    /** It comes with any answer, of 401 before signing in, and is another one afterwards. */
    private void askForTheTokenAgainstForgery() throws IOException, InterruptedException {
        http.send(request("/api/identity/session").GET().build(), BodyHandlers.discarding());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET()));
    }

    @Override
    public CompletableFuture<HttpResponse<String>> ask(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    @Override
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        return request;
    }

    private String send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var answer = answer(request);
        if (answer.statusCode() >= 300) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException nobody) {
            throw new IOException("Nobody answers at " + address + " (HOUSE)", nobody);
        }
    }
}

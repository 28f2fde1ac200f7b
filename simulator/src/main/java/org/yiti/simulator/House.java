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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledgers of the house: asked with a token, or, where it is a demonstration, as the first who may read them. */
final class House {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 500;

    private final URI address;
    private final Optional<String> token;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    House(URI address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** So many rows at most of a ledger, by column. */
    List<Map<String, String>> rows(String ledger, int most) throws IOException, InterruptedException {
        if (token.isEmpty() && cookies.getCookieStore().getCookies().isEmpty()) {
            signIn();
        }
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
                .orElseThrow(() -> new IllegalArgumentException(
                        address + " is no demonstration: give a token that may read its ledgers (TOKEN), or files"));
        // Answered with 401 and, what is needed, the token against forgery.
        http.send(request("/api/identity/session").GET().build(), BodyHandlers.discarding());
        var sent = JSON.writeValueAsString(Map.of(
                "account", first.path("account").asString(),
                "password", first.path("password").asString()));
        send(request("/api/identity/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(sent)));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET()));
    }

    private HttpRequest.Builder request(String path) {
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

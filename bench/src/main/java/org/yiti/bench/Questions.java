package org.yiti.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Questions to lists, made of what the ledgers themselves say can be asked, with values that occur where somebody looks. */
final class Questions {
    private final Browser browser;
    private final Random chance;
    private final List<JsonNode> ledgers = new ArrayList<>();
    private final List<JsonNode> units = new ArrayList<>();

    /** @param wanted paths of ledgers, such as {@code organization/people} */
    Questions(Browser browser, Random chance, Predicate<String> wanted) throws IOException, InterruptedException {
        this.browser = browser;
        this.chance = chance;
        browser.get("/api/ledgers").forEach(ledger -> {
            if (ledger.path("listed").asBoolean()
                    && wanted.test(ledger.path("path").asString())) {
                ledgers.add(ledger);
            }
        });
        browser.get("/api/organization/institutions?limit=500").path("items").forEach(units::add);
    }

    String list() throws IOException, InterruptedException {
        var ledger = any(ledgers);
        var path = "/api/" + ledger.path("path").asString();
        var columns = new ArrayList<JsonNode>();
        ledger.path("columns").forEach(columns::add);
        var query = new ArrayList<String>();
        for (var i = chance.nextInt(3); i > 0; i--) {
            filter(path, any(columns), query);
        }
        var sortable =
                columns.stream().filter(c -> c.path("sortable").asBoolean()).toList();
        if (!sortable.isEmpty() && chance.nextInt(3) == 0) {
            query.add("sort=" + (chance.nextBoolean() ? "-" : "")
                    + any(sortable).path("name").asString());
        }
        if (chance.nextInt(4) == 0) {
            query.add("institution=" + any(units).path("id").asString());
        }
        if (chance.nextInt(6) == 0) {
            query.add("q=" + encoded(part(word(path, columns))));
        }
        var asked = path + "?limit=50" + (query.isEmpty() ? "" : "&" + String.join("&", query));
        return chance.nextInt(4) == 0 ? furtherOn(asked) : asked;
    }

    /** One to three pages on, as somebody who leafs. */
    private String furtherOn(String asked) throws IOException, InterruptedException {
        var page = asked;
        for (var i = chance.nextInt(3); i >= 0; i--) {
            var next = browser.get(page).path("next");
            if (next.isNull() || next.isMissingNode()) {
                break;
            }
            page = asked + "&after=" + next.asString();
        }
        return page;
    }

    private void filter(String path, JsonNode column, List<String> query) throws IOException, InterruptedException {
        var name = column.path("name").asString();
        var value = sample(path, name);
        if (value.isEmpty()) {
            return;
        }
        switch (column.path("filter").asString()) {
            case "RANGE" -> query.add(name + (chance.nextBoolean() ? ".from=" : ".to=") + encoded(value));
            case "TEXT" ->
                query.add(chance.nextBoolean() ? name + "=" + encoded(value) : name + ".like=" + encoded(part(value)));
            case "NONE" -> {}
            default -> query.add(name + "=" + encoded(value));
        }
    }

    private String word(String path, List<JsonNode> columns) throws IOException, InterruptedException {
        for (var column : columns) {
            if (column.path("kind").asString().equals("TEXT")
                    && column.path("shown").asBoolean()) {
                return sample(path, column.path("name").asString());
            }
        }
        return "市";
    }

    private String sample(String path, String column) throws IOException, InterruptedException {
        var rows = browser.get(
                        path + "?limit=100&institution=" + any(units).path("id").asString())
                .path("items");
        if (rows.isEmpty()) {
            return "";
        }
        var value = rows.get(chance.nextInt(rows.size())).path(column);
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }

    private String part(String text) {
        if (text.length() < 3) {
            return text.isEmpty() ? "市" : text;
        }
        var from = chance.nextInt(text.length() - 1);
        return text.substring(from, Math.min(text.length(), from + 2 + chance.nextInt(3)));
    }

    String search() throws IOException, InterruptedException {
        var named = List.of(
                "organization/institutions:name",
                "organization/people:name",
                "premises/rooms:number",
                "fleet/vehicles:plate",
                "premises/buildings:name",
                "energy/meters:code");
        var place = named.get(chance.nextInt(named.size())).split(":");
        var word = sample("/api/" + place[0], place[1]);
        var q = IntStream.range(0, 2)
                .mapToObj(i -> part(word))
                .max(Comparator.comparingInt(String::length))
                .orElse("市");
        return "/api/search?q=" + encoded(chance.nextInt(3) == 0 ? word : q);
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

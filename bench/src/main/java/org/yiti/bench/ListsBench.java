package org.yiti.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Lists and search of a province as people ask them: any ledger, filter, sort, page and scope, over HTTP, one after another. */
final class ListsBench implements Bench.Measurement {

    private static final int LISTS = 800;
    private static final int SEARCHES = 200;
    private static final double GOAL = 100;
    private static final List<String> PEOPLE = List.of("admin", "admin", "inspector", "officer", "county");

    private record Asked(String account, String path, double millis) {}

    private final Random chance = new Random(2026);

    @Override
    public void run(Report report) throws Exception {
        try (var house = House.province()) {
            report.line("postgresql", house.postgres());
            var browsers = new ArrayList<Browser>();
            for (var account : PEOPLE) {
                browsers.add(Browser.signedIn(house.address(), account));
            }
            // Of what everybody may filter by: whoever sees least asks for the columns.
            var questions = new Questions(browsers.get(PEOPLE.indexOf("inspector")), chance);
            ask(browsers, questions::list, 100);
            tell(report, "lists", ask(browsers, questions::list, LISTS));
            ask(browsers, questions::search, 20);
            tell(report, "search", ask(browsers, questions::search, SEARCHES));
        }
    }

    private interface Question {
        String next() throws IOException, InterruptedException;
    }

    private List<Asked> ask(List<Browser> browsers, Question question, int times) throws Exception {
        var asked = new ArrayList<Asked>();
        for (var i = 0; i < times; i++) {
            var who = chance.nextInt(PEOPLE.size());
            var path = question.next();
            var begun = System.nanoTime();
            var answer = browsers.get(who).fetch(path);
            var millis = (System.nanoTime() - begun) / 1e6;
            // Somebody may ask for a unit outside their scope: that is an answer too.
            if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            asked.add(new Asked(PEOPLE.get(who), path, millis));
        }
        return asked;
    }

    private static void tell(Report report, String name, List<Asked> asked) {
        var millis = asked.stream().mapToDouble(Asked::millis).toArray();
        var p99 = Report.percentile(millis, 0.99);
        report.line(name + ".requests", asked.size());
        report.figure(name + ".p50", Report.percentile(millis, 0.5), "ms");
        report.figure(name + ".p95", Report.percentile(millis, 0.95), "ms");
        report.goal(name + ".p99", p99, "ms", "< 100 ms", p99 < GOAL);
        report.figure(name + ".slowest", Report.percentile(millis, 1), "ms");
        asked.stream()
                .sorted(Comparator.comparingDouble(Asked::millis).reversed())
                .limit(12)
                .filter(slow -> slow.millis() > GOAL / 2)
                .forEach(slow -> report.line(
                        name + ".slow", "%.0f ms %s %s".formatted(slow.millis(), slow.account(), slow.path())));
    }

    /** Questions made of what the ledgers themselves say can be asked, with values that occur. */
    private static final class Questions {
        private final Browser browser;
        private final Random chance;
        private final List<JsonNode> ledgers = new ArrayList<>();
        private final List<JsonNode> units = new ArrayList<>();

        Questions(Browser browser, Random chance) throws IOException, InterruptedException {
            this.browser = browser;
            this.chance = chance;
            browser.get("/api/ledgers").forEach(ledger -> {
                if (ledger.path("listed").asBoolean()) {
                    ledgers.add(ledger);
                }
            });
            browser.get("/api/organization/institutions?limit=500")
                    .path("items")
                    .forEach(units::add);
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
                    query.add(
                            chance.nextBoolean()
                                    ? name + "=" + encoded(value)
                                    : name + ".like=" + encoded(part(value)));
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
            var rows = browser.get(path + "?limit=100&institution="
                            + any(units).path("id").asString())
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
}

package org.yiti.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.yiti.ApiOperation;
import org.yiti.identity.Account;
import org.yiti.kernel.ledger.Ledger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every list, search and file × every parameter that narrows it × every role: asked for what others have it answers as for
 * what nobody has, and no number in any answer notices what others have. A parameter that nobody has classified fails.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiltersMatrixTest extends CountyMatrix {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** What one reads is told of in what one reads. */
    private static final String GROWS_BY_READING = "/api/safeguard/audit/";
    /** Whoever is above may be put in charge of what lies below: they are named to those who do so. */
    private static final String NAMES_THOSE_ABOVE = "/api/supervision/assignees";
    /** Every row of a file says when it was taken. */
    private static final Pattern TAKEN = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");

    private record Answer(int status, String text) {

        Answer without(String value) {
            return new Answer(status, text.replace(value, "VALUE"));
        }
    }

    private Answer ask(Account account, String path, Object... values) {
        var response = get(account, path, values).getResponse();
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        return new Answer(
                response.getStatus(),
                path.contains("/export") ? TAKEN.matcher(text).replaceAll("TAKEN") : text);
    }

    private static boolean narrows(ApiOperation operation) {
        return operation.method().equals("GET")
                && Treatment.of(operation) == Treatment.MANY
                && !operation.path().contains("{");
    }

    private String list(ApiOperation operation) {
        return operation.path() + (operation.path().endsWith("/export") ? "?format=csv" : "?limit=500");
    }

    @Test
    @Order(1)
    void aFilterByWhatAnotherHasIsAnsweredAsOneByWhatNobodyHas() throws IOException {
        var wrong = new ArrayList<String>();
        var filters = new Filters(ledgers, world);
        for (var operation : ApiOperation.all()) {
            if (narrows(operation)) {
                var ledger = filters.ledger(operation);
                var row = ledger == null || ledger.isFlow() || ledger.isEveryones()
                        ? null
                        : anothers(ledger).findFirst().orElse(null);
                var refused = new HashSet<Account>();
                for (var filter : filters.of(operation, ledger, row)) {
                    if (!isBesidesTheKeysOfAFile(operation, ledger, filter)) {
                        for (var account : accounts()) {
                            // who is let in for nothing is let in for nothing else
                            if (!refused.contains(account)) {
                                tried(account, operation, ledger, filter, refused)
                                        .ifPresent(wrong::add);
                            }
                        }
                    }
                }
            }
        }
        tellCounts("filters");
        assertThat(wrong).isEmpty();
        assertThat(counts.getOrDefault("as what nobody has", 0)).isGreaterThan(2_000);
    }

    /** A file is the list as filtered: by its keys and by what it refers to is enough. */
    private static boolean isBesidesTheKeysOfAFile(
            ApiOperation operation, @Nullable Ledger ledger, Filters.Filter filter) {
        return operation.path().endsWith("/export")
                && ledger != null
                && !filter.name().equals("institution")
                && !ledger.key().contains(filter.name())
                && ledger.references().stream()
                        .noneMatch(reference -> reference.idName().equals(filter.name()));
    }

    private Optional<String> tried(
            Account account,
            ApiOperation operation,
            @Nullable Ledger ledger,
            Filters.Filter filter,
            Set<Account> refused) {
        var path = list(operation) + "&" + filter.name() + "={value}";
        var answer = ask(account, path, filter.foreign());
        var absent = filter.nobodys() == null ? null : ask(account, path, filter.nobodys());
        if (answer.text().contains("/problems/identity/not-permitted") && (absent == null || answer.equals(absent))) {
            count("not permitted");
            refused.add(account);
            return Optional.empty();
        }
        if (absent != null && answer.without(filter.foreign()).equals(absent.without(filter.nobodys()))) {
            count("as what nobody has");
            return Optional.empty();
        }
        if (absent == null && answer.status() >= 400) {
            count("not read as a value");
            return Optional.empty();
        }
        var problem = answer.status() == 200 ? problem(operation, ledger, answer.text()) : "it is " + answer.status();
        count("what one has oneself as well");
        return problem == null
                ? Optional.empty()
                : Optional.of("%s %s as %s: %s, %s but %s"
                        .formatted(
                                operation,
                                filter,
                                account.role(),
                                problem,
                                answer.text()
                                        .substring(
                                                0, Math.min(200, answer.text().length())),
                                absent));
    }

    /** One's own rows may be the same in something: then there are some, none of others, and as many as are counted. */
    private @Nullable String problem(ApiOperation operation, @Nullable Ledger ledger, String text) {
        var leaks = leaks(text);
        if (!leaks.isEmpty()) {
            return "it holds " + leaks;
        }
        if (operation.path().endsWith("/export") || ledger == null) {
            return null;
        }
        var page = JSON.readTree(text);
        var total = page.path("total");
        return page.path("next").isNull()
                        && total.isNumber()
                        && total.asInt() != page.path("items").size()
                ? "it counts " + total + " and shows " + page.path("items").size()
                : null;
    }

    private Set<String> leaks(String text) {
        return ID.matcher(text)
                .results()
                .map(found -> UUID.fromString(found.group()))
                .filter(world::isForeign)
                .map(UUID::toString)
                .collect(Collectors.toSet());
    }

    /** The scan must find what an account that sees everything is given. */
    @Test
    @Order(2)
    void theScanWouldNoticeALeak() {
        assertThat(leaks(ask(ADMINISTRATOR, "/api/fleet/vehicles?limit=500").text()))
                .isNotEmpty();
    }

    /** Totals, figures, counts on pages of objects, standings of jobs: of whatever is asked, before and after others changed. */
    @Test
    @Order(3)
    void noNumberNoticesWhatOthersHave() throws IOException {
        var asked = new HashMap<String, Map<Account, Answer>>();
        var restless = new TreeSet<String>();
        for (var path : paths()) {
            var answers = new HashMap<Account, Answer>();
            for (var account : accounts()) {
                var answer = ask(account, path);
                if (answer.status() == 200 && answer.equals(ask(account, path))) {
                    answers.put(account, answer);
                    count("answers compared before and after");
                } else if (answer.status() == 200) {
                    restless.add(path);
                }
            }
            asked.put(path, answers);
        }
        var everything = ask(ADMINISTRATOR, "/api/supervision/findings?limit=500&q=FM-");

        var changed = world.changeWhatOthersHave();

        counts.put("ledgers in which others have less", changed.size());
        var wrong = new ArrayList<String>();
        asked.forEach((path, answers) -> answers.forEach((account, before) -> {
            var after = ask(account, path);
            if (!after.equals(before)) {
                wrong.add(path + " as " + account.role() + ": " + difference(before.text(), after.text()));
            }
        }));
        tellCounts("numbers");
        assertThat(wrong).isEmpty();
        assertThat(changed).hasSizeGreaterThan(30);
        assertThat(counts.get("answers compared before and after")).isGreaterThan(500);
        assertThat(restless).as("what differs by itself proves nothing").hasSizeLessThan(6);
        assertThat(ask(ADMINISTRATOR, "/api/supervision/findings?limit=500&q=FM-"))
                .as("who sees everything notices")
                .isNotEqualTo(everything);
    }

    private List<String> paths() throws IOException {
        var paths = new ArrayList<String>();
        for (var operation : ApiOperation.all()) {
            if (operation.method().equals("GET")
                    && !operation.isOf(GROWS_BY_READING, NAMES_THOSE_ABOVE)
                    && !operation.path().endsWith("/events")
                    // a workbook says when it was made, and holds nobody's rows
                    && !operation.path().matches(".*/templates?")) {
                switch (Treatment.of(operation)) {
                    case MANY -> paths.add(operation.path().contains("{") ? "" : list(operation));
                    case HOUSE -> paths.add(operation.path().contains("{") ? "" : operation.path());
                    case OBJECT ->
                        Targets.of(operation, ledgers).stream()
                                .flatMap(target -> target.path(world, Relation.OWN).stream())
                                .forEach(paths::add);
                    default -> {}
                }
            }
        }
        paths.removeIf(String::isEmpty);
        return paths;
    }

    private static String difference(String before, String after) {
        var from = 0;
        while (from < Math.min(before.length(), after.length()) && before.charAt(from) == after.charAt(from)) {
            from++;
        }
        var start = Math.max(0, from - 80);
        return before.substring(start, Math.min(before.length(), from + 80)) + " is now "
                + after.substring(start, Math.min(after.length(), from + 80));
    }
}

package org.yiti.ledger.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.Found;
import org.yiti.ledger.SearchedElsewhere;
import org.yiti.ledger.listing.SearchRows;

/** Finds objects of every kind by any part of their names. */
@RestController
@Needs(Permission.READ)
class SearchController {

    record Group(String kind, Label title, List<Found> items, boolean more) {}

    record Answer(List<Group> groups) {}

    private static final int EACH = 6;
    private static final int LOOKED_AT = 40;

    private final Ledgers ledgers;
    private final SearchRows rows;
    private final ObjectProvider<SearchedElsewhere> elsewhere;
    private final Titles titles;

    SearchController(Ledgers ledgers, SearchRows rows, ObjectProvider<SearchedElsewhere> elsewhere, Titles titles) {
        this.titles = titles;
        this.ledgers = ledgers;
        this.rows = rows;
        this.elsewhere = elsewhere;
    }

    @GetMapping("/api/search")
    Answer search(@RequestParam(defaultValue = "") String q, Locale locale) {
        var wanted = q.strip();
        if (wanted.isEmpty()) {
            return new Answer(List.of());
        }
        var groups = new ArrayList<Group>();
        var kinds = ledgers.all().stream()
                .filter(ledger ->
                        ledger.objectKind() != null && !ledger.search().isEmpty())
                .toList();
        rows.of(kinds, wanted, LOOKED_AT).forEach((ledger, found) -> {
            if (!found.isEmpty()) {
                groups.add(group(ledger, found, wanted));
            }
        });
        elsewhere.forEach(other -> {
            var found = other.search(wanted, EACH + 1, locale);
            if (!found.isEmpty()) {
                groups.add(new Group(
                        found.get(0).kind(),
                        other.title(),
                        found.stream().limit(EACH).toList(),
                        found.size() > EACH));
            }
        });
        return new Answer(groups);
    }

    private Group group(Ledger ledger, List<Map<String, @Nullable Object>> found, String wanted) {
        var kind = String.valueOf(ledger.objectKind());
        var items = found.stream()
                .sorted(Comparator.comparingInt(row -> distance(ObjectQueries.title(ledger, row), wanted)))
                .limit(EACH)
                .map(row -> new Found(
                        Objects.requireNonNull((UUID) row.get("id")),
                        kind,
                        titles.of(ledger, row),
                        String.valueOf(row.getOrDefault("institutionName", ""))))
                .toList();
        return new Group(kind, ledger.title(), items, found.size() > EACH);
    }

    /** What is called just so comes first, then what begins so, then the rest, the shorter the sooner. */
    private static int distance(String title, String wanted) {
        var called = title.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        var words = wanted.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return called.equals(words) ? -1 : called.length() + (called.startsWith(words) ? 0 : Short.MAX_VALUE);
    }
}

package org.yiti.ledger.object;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.code.CodeTables;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.ObjectExtras;
import org.yiti.ledger.listing.Rows;

/** One object as a page: its row, where it stands, what belongs to it. */
@Component
class ObjectQueries {

    record Named(UUID id, String name) {}

    record Step(String kind, UUID id, String title) {}

    record Related(String ledger, Label title, Map<String, String> filter, long count, boolean totalCapped) {}

    record ObjectView(
            String kind,
            UUID id,
            String title,
            String subtitle,
            @Nullable Named institution,
            List<Step> trail,
            String ledger,
            Map<String, @Nullable Object> row,
            List<Related> related,
            List<?> findings) {}

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int CAPPED = 10_000;
    private static final int DEEPEST = 8;

    private final Ledgers ledgers;
    private final Rows rows;
    private final ObjectProvider<ObjectExtras> extras;
    private final Titles titles;

    ObjectQueries(Ledgers ledgers, Rows rows, ObjectProvider<ObjectExtras> extras, Titles titles) {
        this.titles = titles;
        this.ledgers = ledgers;
        this.rows = rows;
        this.extras = extras;
    }

    Ledger ledger(String kind) {
        return ledgers.findByKind(kind)
                .orElseThrow(() -> new Refused(LedgerRefusal.OBJECT_NOT_FOUND, Map.of("kind", kind)));
    }

    @Transactional(readOnly = true)
    public ObjectView get(String kind, UUID id, Locale locale) {
        var ledger = ledger(kind);
        var row = rows.get(ledger, id);
        return new ObjectView(
                kind,
                id,
                title(ledger, row),
                subtitle(ledger, row, locale),
                row.get("institutionId") instanceof UUID institution
                        ? new Named(institution, institutionName(ledger, row))
                        : null,
                trail(ledger, row),
                ledger.path(),
                row,
                related(ledger, id),
                extras.stream()
                        .flatMap(extra -> extra.findings(kind, id, locale).stream())
                        .toList());
    }

    static String title(Ledger ledger, Map<String, @Nullable Object> row) {
        return ledger.caption().stream()
                .map(name -> title(ledger.column(name), row.get(name)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String title(Column column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof OffsetDateTime moment
                ? moment.format(TO_THE_MINUTE)
                : column.title(value).in(LocaleContextHolder.getLocale());
    }

    /** The codes of a row in words: what kind of thing it is. */
    private static String subtitle(Ledger ledger, Map<String, @Nullable Object> row, Locale locale) {
        return ledger.columns().stream()
                .filter(column -> column.shown() && (column.kind() == Kind.CODE || column.kind() == Kind.RANK))
                .map(column -> word(column, row.get(column.name()), locale))
                .filter(Objects::nonNull)
                .limit(4)
                .collect(Collectors.joining(" · "));
    }

    static @Nullable String word(Column column, @Nullable Object code, Locale locale) {
        return code == null || column.codes() == null
                ? null
                : CodeTables.get(column.codes())
                        .find(code.toString())
                        .map(found -> found.label().in(locale))
                        .orElse(code.toString());
    }

    private String institutionName(Ledger ledger, Map<String, @Nullable Object> row) {
        if (row.get("institutionName") instanceof String name) {
            return name;
        }
        return row.get("institutionId") instanceof UUID id
                ? rows.look(ledgers.get("organization.institution"), id)
                        .map(found -> titles.of(ledgers.get("organization.institution"), found))
                        .orElse("")
                : "";
    }

    /** From the top down to the object: the first required thing it stands in, and so on. */
    private List<Step> trail(Ledger ledger, Map<String, @Nullable Object> row) {
        var trail = new ArrayList<Step>();
        var at = ledger;
        Map<String, @Nullable Object> here = row;
        for (var depth = 0; depth < DEEPEST; depth++) {
            var up = step(at, here);
            if (up == null) {
                break;
            }
            at = ledger(up.kind());
            here = rows.look(at, up.id()).orElseThrow(() -> new Refused(LedgerRefusal.ROW_NOT_FOUND));
            trail.add(0, up);
        }
        return trail;
    }

    /** Where it ends: at the top, or at what lies outside the part of the tree that the account may see. */
    private @Nullable Step step(Ledger ledger, Map<String, @Nullable Object> row) {
        for (var reference : ledger.references()) {
            var other = ledgers.get(reference.ledger());
            if (other.objectKind() != null
                    && other.module().equals(ledger.module())
                    && !reference.name().equals("division")
                    && row.get(reference.idName()) instanceof UUID id) {
                return rows.look(other, id)
                        .map(found -> new Step(String.valueOf(other.objectKind()), id, titles.of(other, found)))
                        .orElse(null);
            }
        }
        return null;
    }

    private List<Related> related(Ledger ledger, UUID id) {
        var related = new ArrayList<Related>();
        for (var other : ledgers.all()) {
            if (other.isFlow()) {
                continue;
            }
            for (var reference : other.references()) {
                if (reference.ledger().equals(ledger.name())) {
                    var filter = Map.of(reference.idName(), id.toString());
                    var count = rows.count(
                            other,
                            new Rows.Wanted(Map.of(reference.idName(), List.of(id.toString())), null, null),
                            CAPPED + 1);
                    related.add(
                            new Related(other.path(), other.title(), filter, Math.min(count, CAPPED), count > CAPPED));
                }
            }
        }
        return related;
    }
}

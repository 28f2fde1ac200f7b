package org.yiti.ledger.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Masked;
import org.yiti.kernel.ledger.Names;
import org.yiti.ledger.LifeLineEntry;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the life line kept of a change, in words, as far as whoever asks may see it. */
@Component
class ChangedCells {

    private final Ledgers ledgers;
    private final Rows rows;
    private final JsonMapper json;
    private final ColumnCipher cipher;
    private final Titles titles;

    ChangedCells(Ledgers ledgers, Rows rows, JsonMapper json, ColumnCipher cipher, Titles titles) {
        this.titles = titles;
        this.ledgers = ledgers;
        this.rows = rows;
        this.json = json;
        this.cipher = cipher;
    }

    /** Who sees a change of which row, and whose it was. */
    record Seen(
            Eyes eyes, Ledger ledger, UUID row, @Nullable UUID institution, Locale locale) {

        private @Nullable Object value(Column column, String value) {
            return eyes.seen(Place.of(ledger, row, institution, column), column.grading(), value);
        }
    }

    List<LifeLineEntry.Change> of(Seen seen, @Nullable String before, @Nullable String after) {
        if (before == null) {
            return List.of();
        }
        var was = json.readTree(before);
        var now = after == null ? json.createObjectNode() : json.readTree(after);
        var changes = new ArrayList<LifeLineEntry.Change>();
        for (Map.Entry<String, JsonNode> field : was.properties()) {
            var column = seen.ledger().find(Names.camel(field.getKey()));
            if (column.isPresent() && column.get().via() == null) {
                changes.add(new LifeLineEntry.Change(
                        column.get().name(),
                        column.get().label(),
                        shown(seen, column.get(), field.getValue()),
                        shown(seen, column.get(), now.path(field.getKey()))));
            } else {
                seen.ledger().references().stream()
                        .filter(reference -> reference.db().equals(field.getKey()) && after != null)
                        .forEach(reference -> changes.add(new LifeLineEntry.Change(
                                reference.name(),
                                ledgers.get(reference.ledger()).title(),
                                named(ledgers.get(reference.ledger()), field.getValue()),
                                named(ledgers.get(reference.ledger()), now.path(field.getKey())))));
            }
        }
        return changes;
    }

    private @Nullable Object shown(Seen seen, Column column, JsonNode kept) {
        if (kept.isNull() || kept.isMissingNode()) {
            return null;
        }
        var opened = opened(seen, column, kept);
        if (opened instanceof Masked) {
            return opened;
        }
        var value = opened.toString();
        if (seen.value(column, value) instanceof Masked masked) {
            return masked;
        }
        if (kept.isBoolean()) {
            return new Label(kept.booleanValue() ? "是" : "否", kept.booleanValue() ? "yes" : "no").in(seen.locale());
        }
        var word = ObjectQueries.word(column, value, seen.locale());
        return word != null ? word : kept.isNumber() ? kept.decimalValue() : value;
    }

    private Object opened(Seen seen, Column column, JsonNode kept) {
        if (!column.isSealed() || !kept.isString()) {
            return kept.asString();
        }
        return cipher.read(seen.ledger().name(), column.db(), seen.row(), kept.asString());
    }

    private @Nullable String named(Ledger ledger, JsonNode id) {
        if (!id.isString()) {
            return null;
        }
        // What is gone, or not for this account to see, has no name here.
        return rows.look(ledger, UUID.fromString(id.asString()))
                .map(row -> titles.of(ledger, row))
                .orElse("…");
    }
}

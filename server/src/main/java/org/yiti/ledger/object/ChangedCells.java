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
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Names;
import org.yiti.ledger.LifeLineEntry;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Eyes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the life line kept of a change, in words, as far as whoever asks may see it. */
@Component
class ChangedCells {

    private final Ledgers ledgers;
    private final Rows rows;
    private final JsonMapper json;
    private final ColumnCipher cipher;

    ChangedCells(Ledgers ledgers, Rows rows, JsonMapper json, ColumnCipher cipher) {
        this.ledgers = ledgers;
        this.rows = rows;
        this.json = json;
        this.cipher = cipher;
    }

    List<LifeLineEntry.Change> of(
            Eyes eyes, Ledger ledger, UUID object, @Nullable String before, @Nullable String after, Locale locale) {
        if (before == null) {
            return List.of();
        }
        var was = json.readTree(before);
        var now = after == null ? json.createObjectNode() : json.readTree(after);
        var changes = new ArrayList<LifeLineEntry.Change>();
        for (Map.Entry<String, JsonNode> field : was.properties()) {
            var column = ledger.find(Names.camel(field.getKey()));
            if (column.isPresent() && column.get().via() == null) {
                changes.add(new LifeLineEntry.Change(
                        column.get().name(),
                        column.get().label(),
                        shown(eyes, column.get(), opened(ledger, column.get(), object, field.getValue()), locale),
                        shown(
                                eyes,
                                column.get(),
                                opened(ledger, column.get(), object, now.path(field.getKey())),
                                locale)));
            } else {
                ledger.references().stream()
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

    private JsonNode opened(Ledger ledger, Column column, UUID row, JsonNode value) {
        if (!column.isSealed() || !value.isString()) {
            return value;
        }
        var opened = cipher.open(ledger.name(), column.db(), row, value.asString());
        return json.getNodeFactory().stringNode(opened == null ? Mask.DESTROYED : opened);
    }

    private static @Nullable Object shown(Eyes eyes, Column column, JsonNode value, Locale locale) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!eyes.see(column) && !value.asString().equals(Mask.DESTROYED)) {
            return eyes.seen(column, value.asString());
        }
        if (value.isBoolean()) {
            return new Label(value.booleanValue() ? "是" : "否", value.booleanValue() ? "yes" : "no").in(locale);
        }
        var word = ObjectQueries.word(column, value.asString(), locale);
        return word != null ? word : value.isNumber() ? value.decimalValue() : value.asString();
    }

    private @Nullable String named(Ledger ledger, JsonNode id) {
        if (!id.isString()) {
            return null;
        }
        // What is gone, or not for this account to see, has no name here.
        return rows.find(ledger, UUID.fromString(id.asString()))
                .map(row -> ObjectQueries.title(ledger, row))
                .orElse("…");
    }
}

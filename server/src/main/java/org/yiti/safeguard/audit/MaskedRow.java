package org.yiti.safeguard.audit;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Masked;
import org.yiti.kernel.ledger.Names;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The row of a ledger that an entry is about, as far as whoever reads the log may see it. Its salt goes with what is
 * masked: with salt and hash a name is found by trying.
 */
@Component
class MaskedRow {

    private final Ledgers ledgers;
    private final Masking masking;
    private final JsonMapper json;

    MaskedRow(Ledgers ledgers, Masking masking, JsonMapper json) {
        this.ledgers = ledgers;
        this.masking = masking;
        this.json = json;
    }

    /**
     * @param object such as {@code fleet.trip/…}
     * @param institution whose it is
     */
    AuditView.OpenedValue of(String object, @Nullable UUID institution, AuditView.OpenedValue opened) {
        var name = object.substring(0, Math.max(0, object.lastIndexOf('/')));
        var value = opened.value();
        var id = id(object);
        return ledgers.all().stream()
                .filter(ledger -> ledger.name().equals(name) && value != null)
                .findFirst()
                .map(ledger -> masked(
                        column -> Place.of(ledger, id, institution, column),
                        ledger,
                        masking.sight().at(institution),
                        new Opened(opened, String.valueOf(value))))
                .orElse(opened);
    }

    private record Opened(AuditView.OpenedValue as, String value) {}

    private static @Nullable UUID id(String object) {
        try {
            return UUID.fromString(object.substring(object.lastIndexOf('/') + 1));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private AuditView.OpenedValue masked(Function<Column, Place> place, Ledger ledger, Eyes eyes, Opened opened) {
        if (!(json.readTree(opened.value()) instanceof ObjectNode row)) {
            return opened.as();
        }
        var isMasked = false;
        for (var field : row.propertyNames().toArray(String[]::new)) {
            var column = ledger.find(Names.camel(field));
            if (column.isPresent()
                    && column.get().grading().guarded()
                    && !row.get(field).isNull()) {
                var left = left(
                        eyes,
                        place.apply(column.get()),
                        column.get(),
                        row.get(field).asString());
                if (left != null) {
                    row.put(field, left);
                    isMasked = true;
                }
            }
        }
        var as = opened.as();
        return isMasked ? new AuditView.OpenedValue(as.field(), as.hash(), row.toString(), null, as.matches()) : as;
    }

    /** What is left of it; null when all of it. A ciphertext is not opened for it. */
    private static @Nullable String left(Eyes eyes, Place place, Column column, String value) {
        if (value.startsWith(ColumnCipher.MARK)) {
            return eyes.see(column) ? null : Mask.HIDDEN;
        }
        return eyes.seen(place, column.grading(), value) instanceof Masked masked ? masked.text() : null;
    }
}

package org.yiti.safeguard.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Names;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Masking;
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
        return ledgers.all().stream()
                .filter(ledger -> ledger.name().equals(name) && value != null)
                .findFirst()
                .map(ledger -> masked(ledger, masking.sight().at(institution), opened, String.valueOf(value)))
                .orElse(opened);
    }

    /** A ciphertext is not opened for it. */
    private static String masked(Eyes eyes, Column column, String value) {
        return value.startsWith(ColumnCipher.MARK) ? Mask.HIDDEN : String.valueOf(eyes.seen(column, value));
    }

    private AuditView.OpenedValue masked(Ledger ledger, Eyes eyes, AuditView.OpenedValue opened, String value) {
        if (!(json.readTree(value) instanceof ObjectNode row)) {
            return opened;
        }
        var isMasked = false;
        for (var field : row.propertyNames().toArray(String[]::new)) {
            var column = ledger.find(Names.camel(field));
            if (column.isPresent() && !eyes.see(column.get()) && !row.get(field).isNull()) {
                row.put(field, masked(eyes, column.get(), row.get(field).asString()));
                isMasked = true;
            }
        }
        return isMasked
                ? new AuditView.OpenedValue(opened.field(), opened.hash(), row.toString(), null, opened.matches())
                : opened;
    }
}

package org.yiti.ledger.object;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Purpose;
import org.yiti.safeguard.Reveal;

/** Shows one masked value, and keeps why. */
@UseCase
class RevealValue {

    record Request(
            @NotNull String column,
            @NotNull Purpose purpose,
            @NotNull @Size(max = 500) String reason) {}

    record Revealed(String column, @Nullable Object value) {}

    private final Rows rows;
    private final Reveal reveal;

    RevealValue(Rows rows, Reveal reveal) {
        this.rows = rows;
        this.reveal = reveal;
    }

    Revealed handle(Ledger ledger, UUID id, Request request) {
        var column = ledger.find(request.column())
                .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_COLUMN, Map.of("column", request.column())));
        var row = rows.unmasked(ledger, id);
        var institution = row.get("institutionId") instanceof UUID owner ? owner : null;
        reveal.record(
                new Reveal.Wanted(ledger.name(), id, institution, column.name()), request.purpose(), request.reason());
        return new Revealed(column.name(), row.get(column.name()));
    }
}

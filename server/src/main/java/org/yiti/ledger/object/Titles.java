package org.yiti.ledger.object;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Masked;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;

/** What a row that was only looked at is called, in an answer: the name of a person is handed out by it. */
@Component
class Titles {

    private final Masking masking;

    Titles(Masking masking) {
        this.masking = masking;
    }

    String of(Ledger ledger, Map<String, @Nullable Object> row) {
        for (var name : ledger.caption()) {
            var column = ledger.column(name);
            var value = row.get(name);
            if (column.grading().guarded() && value != null && !(value instanceof Masked)) {
                masking.told(Place.of(ledger, (UUID) row.get("id"), (UUID) row.get("institutionId"), column));
            }
        }
        return ObjectQueries.title(ledger, row);
    }
}

package org.yiti.supervision.suspicion;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Sight;

/** What things are called, to whoever looks: where a column of the caption is guarded on their own page, so is the title. */
@Component
public class SeenTitles {

    private final Ledgers ledgers;

    SeenTitles(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    public String seen(Sight sight, String kind, UUID subject, UUID institution, String title) {
        return ledgers.findByKind(kind)
                .flatMap(ledger -> ledger.caption().stream()
                        .map(ledger::column)
                        .filter(column -> column.grading().guarded())
                        .findFirst()
                        .map(column -> String.valueOf(sight.at(institution)
                                .seen(Place.of(ledger, subject, institution, column), column.grading(), title))))
                .orElse(title);
    }
}

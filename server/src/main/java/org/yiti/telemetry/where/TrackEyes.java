package org.yiti.telemetry.where;

import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Grading;
import org.yiti.kernel.ledger.Mask;
import org.yiti.safeguard.Masking;

/** Where whoever asks may see where vehicles are. */
@Component
class TrackEyes {

    private static final Grading TRACK = new Grading(Grade.L3, Category.TRACK, Mask.ALL);

    private final Masking masking;

    TrackEyes(Masking masking) {
        this.masking = masking;
    }

    /** Of an institution's terminals. Taken once for any number of them. */
    Predicate<UUID> sight() {
        var sight = masking.sight();
        return institution -> sight.at(institution).see(TRACK);
    }
}

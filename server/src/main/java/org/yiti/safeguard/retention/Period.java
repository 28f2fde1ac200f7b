package org.yiti.safeguard.retention;

import java.time.LocalDate;
import java.util.Map;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.SafeguardRefusal;

/**
 * How long something is kept.
 *
 * @param from since when this holds
 * @param atLeastDays what the law asks for
 */
record Period(String id, Label title, LocalDate from, int atLeastDays, int keepDays, String source) {

    Period {
        if (keepDays < atLeastDays) {
            throw new Refused(
                    SafeguardRefusal.KEPT_TOO_SHORT, Map.of("period", id, "days", keepDays, "least", atLeastDays));
        }
    }

    Period keeping(int days) {
        return new Period(id, title, from, atLeastDays, days, source);
    }
}

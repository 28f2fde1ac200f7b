package org.yiti.ledger.listing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.yiti.kernel.Refused;
import org.yiti.ledger.LedgerRefusal;

/** The place after which a page begins, as it travels. */
final class Cursor {

    private Cursor() {}

    static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw new Refused(LedgerRefusal.UNREADABLE_CURSOR);
        }
    }
}

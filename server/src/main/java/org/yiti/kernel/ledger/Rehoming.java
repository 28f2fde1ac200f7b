package org.yiti.kernel.ledger;

import java.util.List;

/**
 * What becomes of the rows of an institution when another takes it over (并入).
 *
 * @param until columns of days or moments up to which a row is under way; what is over stays behind
 */
public record Rehoming(What what, List<String> until) {

    public enum What {
        GOES,
        SUCCEEDED,
        ENDS,
        STAYS
    }

    /** What happened stays with whom it happened. */
    static final Rehoming STAYS = new Rehoming(What.STAYS, List.of());
    /** What an institution is made of ends with it, and the other gets the same anew from that day on. */
    public static final Rehoming SUCCEEDED = new Rehoming(What.SUCCEEDED, List.of("endsOn"));
    /** Entitlements end with it: the other's are decided anew. */
    public static final Rehoming ENDS = new Rehoming(What.ENDS, List.of("endsOn"));

    /** Things, and what is under way, are the other's from that day on. */
    public static Rehoming goes(String... until) {
        return new Rehoming(What.GOES, List.of(until));
    }
}

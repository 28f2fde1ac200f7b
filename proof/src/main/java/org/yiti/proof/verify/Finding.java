package org.yiti.proof.verify;

import java.util.Locale;
import java.util.Map;

/** Something that is not as it was sealed. Entries are counted from 1, as people do. */
record Finding(Kind kind, Map<String, ?> facts) {

    enum Kind {
        CHECKPOINT_UNREADABLE,
        SIGNATURE_WRONG,
        NOT_SIGNED_BY,

        FILE_FOREIGN,
        FILE_MISSING,
        FILE_DAMAGED,
        ENTRIES_MISSING,

        ENTRY_ALTERED,
        ENTRY_MISSING,
        ENTRY_MOVED,
        ENTRY_DUPLICATED,
        ENTRY_ADDED,
        ENTRIES_UNVOUCHED,
        TILE_ALTERED,
        ROOT_DIFFERS,

        NOT_PROVEN,

        MANIFEST_UNREADABLE,
        FILE_ALTERED,
        PROOF_BROKEN,
        PROOF_OF_OTHER_LOG,

        NUMBERS_MISSING,
        NUMBER_REPEATED,
        NUMBER_ABSENT,

        EARLIER_UNREADABLE,
        OTHER_LOG,
        CUT_OFF,
        FORKED,
        REWRITTEN,
        MORE;

        String wording() {
            return "finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Finding of(Kind kind, long first, long last) {
        return new Finding(kind, Map.of("entries", span(first, last)));
    }

    /** {@code 7} or {@code 7–12}. */
    static String span(long first, long last) {
        return first == last
                ? String.format(Locale.ROOT, "%,d", first)
                : String.format(Locale.ROOT, "%,d–%,d", first, last);
    }
}

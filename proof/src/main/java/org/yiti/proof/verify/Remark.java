package org.yiti.proof.verify;

import java.util.Locale;
import java.util.Map;

/** Something worth knowing that is no fault. */
record Remark(Kind kind, Map<String, ?> facts) {

    enum Kind {
        LOG,
        LAST_ENTRY,
        SIGNED_BY,
        NO_KEY,
        EXTENDS,
        EARLIER_UNVOUCHED,
        NOT_COMPARED,
        SHA_256_ONLY,
        UNNUMBERED,
        PROVEN_ENTRY,
        PACKAGE,
        PROOFS_HOLD;

        String wording() {
            return "remark." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

package org.yiti.proof;

import java.util.Locale;

/** A reason to say no; worded in {@code refusals_zh.properties} and {@code refusals_en.properties}. */
public enum Refusal {
    INDEX_OUTSIDE_TREE,
    SIZE_OUTSIDE_LOG,
    SIZES_REVERSED,
    PROOF_TOO_SHORT,
    PROOF_TOO_LONG,
    HASH_OF_WRONG_LENGTH,
    ROOT_DIFFERS,
    EARLIER_ROOT_DIFFERS,
    FRONTIER_MALFORMED,
    TILE_TRUNCATED,

    BASE64_MALFORMED,
    NOTE_MALFORMED,
    NOTE_TOO_LARGE,
    SIGNATURE_MALFORMED,
    SIGNATURE_WRONG,
    SIGNATURE_BY_NO_KNOWN_KEY,
    CHECKPOINT_MALFORMED,
    MANIFEST_MALFORMED,
    KEY_MALFORMED,
    KEY_NAME_UNFIT,
    KEY_OF_UNKNOWN_KIND,
    KEY_FILE_UNREADABLE,

    BUNDLE_UNREADABLE,
    BUNDLE_OF_TOO_MANY_FILES,
    CHECKPOINT_OF_ANOTHER_TREE,
    FILE_ABSENT,
    FILE_NAME_UNFIT,
    FILE_TOO_LARGE,
    FILE_TWICE,
    FILE_UNREADABLE,
    ENTRIES_MALFORMED,
    ENTRY_TOO_LONG,
    PROOF_FILE_MALFORMED,

    JSON_MALFORMED,
    JSON_NOT_CANONICAL,
    ENTRY_MALFORMED,
    FIELD_NAME_UNFIT,
    FINGERPRINT_MALFORMED,
    SALT_MALFORMED;

    /** The key of its wording, such as {@code proof-too-short}. */
    public String wording() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

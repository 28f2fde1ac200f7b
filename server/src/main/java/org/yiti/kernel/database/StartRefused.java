package org.yiti.kernel.database;

import org.jspecify.annotations.Nullable;

/** Why the house cannot be started here, in one sentence with the way out. */
public final class StartRefused extends RuntimeException {

    StartRefused(String sentence) {
        this(sentence, null);
    }

    StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}

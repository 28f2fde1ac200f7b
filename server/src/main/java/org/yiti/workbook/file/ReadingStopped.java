package org.yiti.workbook.file;

import org.jspecify.annotations.Nullable;

/** Leaves the parser from within: the handler has enough, or has failed itself. */
final class ReadingStopped extends RuntimeException {

    private final @Nullable RuntimeException failure;

    ReadingStopped(@Nullable RuntimeException failure) {
        super(null, failure, false, false);
        this.failure = failure;
    }

    /** What the handler threw is its own affair and leaves unchanged. */
    void rethrowFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}

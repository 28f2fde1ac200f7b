package org.yiti.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** The papers of a thing for whoever hands them on together; whether they may, they have decided. */
public interface PaperFiles {

    record Held(
            UUID id,
            UUID holder,
            String title,
            Label kind,
            @Nullable String number,
            String fileName,
            long size,
            String sha256,
            OffsetDateTime addedAt,
            String addedBy) {}

    /** Those that are there, newest first. */
    List<Held> of(UUID holder);

    void write(UUID paper, OutputStream out) throws IOException;
}

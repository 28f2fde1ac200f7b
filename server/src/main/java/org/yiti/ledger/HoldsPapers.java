package org.yiti.ledger;

import java.util.UUID;

/** A module whose things stand in no ledger and have papers too: supervision its findings. */
public interface HoldsPapers {

    /** The kind in the address, as in {@code /api/objects/finding/…/papers}. */
    String kind();

    /** Refuses what whoever asks may not see as if it were not there. */
    PaperHolder get(UUID id);
}

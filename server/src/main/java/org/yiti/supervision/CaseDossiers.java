package org.yiti.supervision;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A case as its page tells it, for whoever puts its evidence together. */
public interface CaseDossiers {

    /**
     * @param findings that it holds
     * @param others cases that were merged into it: their papers are its papers
     */
    record Dossier(
            UUID id,
            String number,
            UUID institution,
            Map<String, Object> whole,
            List<UUID> findings,
            List<UUID> others) {}

    /** Refuses a case outside of the scope as if it did not exist. */
    Dossier tell(UUID id);
}

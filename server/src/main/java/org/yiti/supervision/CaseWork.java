package org.yiti.supervision;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases worked on by whoever acts on this thread, as over HTTP: what a person is refused is refused here. */
public interface CaseWork {

    /** A finding that is new and in no case. */
    record Candidate(UUID id, String rule, UUID institution) {}

    /** Whether there is any case at all. */
    boolean hasBegun();

    /** Violations and suspicions in scope of whoever asks, by number. */
    List<Candidate> candidates();

    UUID open(List<UUID> findings, String note);

    /**
     * @param step a step of the way of cases, such as VERIFY
     * @throws org.yiti.kernel.Refused as everybody's is
     */
    void step(UUID id, String step, @Nullable String note, @Nullable String assignee);
}

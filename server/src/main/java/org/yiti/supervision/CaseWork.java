package org.yiti.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases worked on by whoever acts on this thread, as over HTTP: what a person is refused is refused here. */
public interface CaseWork {

    /** A finding that is new and in no case. */
    record Candidate(UUID id, String rule, UUID institution, LocalDate firstSeen) {}

    /** Whether there is any case at all. */
    boolean hasBegun();

    /** Violations and suspicions in scope of whoever asks, by number. */
    List<Candidate> candidates();

    /** @param at when; earlier than now only where a past is told */
    UUID open(List<UUID> findings, String note, Instant at);

    /**
     * @param step a step of the way of cases, such as VERIFY
     * @param at when; earlier than now only where a past is told
     * @throws org.yiti.kernel.Refused as everybody's is
     */
    void step(UUID id, String step, @Nullable String note, @Nullable String assignee, Instant at);
}

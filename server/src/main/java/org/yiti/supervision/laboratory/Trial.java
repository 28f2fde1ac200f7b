package org.yiti.supervision.laboratory;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.law.Proposal;

/** A rule asked aside, which nobody is told of and nothing comes of but what is known about the rule. */
record Trial(UUID id, Wish wish, List<LocalDate> days, Standing standing, Course course) {

    enum Kind {
        /** Over past days. */
        BACK_TEST,
        /** Two wordings on one day. */
        COMPARISON,
        /** Night by night, without findings. */
        SHADOW
    }

    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED;

        boolean isOver() {
            return this == DONE || this == CANCELLED;
        }
    }

    /** What is found as the law stands, and what would be found by what is proposed. */
    enum Side {
        PRESENT,
        OTHER
    }

    /**
     * @param hash wording of the rule
     * @param otherHash wording of the other side; null for the same
     * @param proposals numbers of the other side
     * @param institution whose part of the tree; null for all
     */
    record Wish(
            Kind kind,
            String rule,
            String hash,
            @Nullable String otherHash,
            List<Proposal> proposals,
            @Nullable UUID institution) {

        /** Written here, and what it calls a title may be anything. */
        boolean isOwn() {
            return rule.startsWith("own.");
        }

        /** Not a number of it: those are taken over by the files of the law. */
        boolean isWholeRuleInShadow() {
            return kind == Kind.SHADOW && proposals.isEmpty();
        }

        List<Side> sides() {
            return otherHash == null && proposals.isEmpty() ? List.of(Side.PRESENT) : List.of(Side.values());
        }
    }

    record Standing(State state, int daysDone) {}

    record Course(
            String by,
            OffsetDateTime at,
            @Nullable String reason,
            @Nullable OffsetDateTime finishedAt,
            @Nullable String endedBy,
            @Nullable String endReason) {}
}

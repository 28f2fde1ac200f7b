package org.yiti.ledger.reorganization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Refused;
import org.yiti.ledger.LedgerRefusal;

/**
 * 机构调整: what becomes of institutions on a day, by a document. Its steps are taken in their order.
 *
 * @param approvalNo number of the document that decides it
 * @param problem why it could not be done on its day, in words; null while nothing is wrong
 */
record Reorganization(
        UUID id,
        int version,
        String name,
        String approvalNo,
        LocalDate effectiveOn,
        State state,
        List<Step> steps,
        Person createdBy,
        OffsetDateTime createdAt,
        @Nullable Person appliedBy,
        @Nullable OffsetDateTime appliedAt,
        @Nullable Person undoneBy,
        @Nullable OffsetDateTime undoneAt,
        @Nullable String problem) {

    enum State {
        DRAFT,
        /** Looked at and decided; it is done when its day comes. */
        PLANNED,
        APPLIED,
        UNDONE
    }

    enum Kind {
        /** 划转: comes under another, with everything below it. */
        MOVE,
        /** 并入: is taken over by another and dissolved. */
        MERGE,
        /** 更名. */
        RENAME
    }

    record Person(String account, String name) {}

    /**
     * @param target under which it comes, or which takes it over; null when it is renamed
     * @param name what it is called then; null unless it is renamed
     * @param institutionName what it is called now, for whoever reads; not taken from outside
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            Kind kind,
            UUID institution,
            @Nullable UUID target,
            @Nullable String name,
            @Nullable String institutionName,
            @Nullable String targetName) {

        Stream<UUID> institutions() {
            return Stream.concat(Stream.of(institution), Stream.ofNullable(target));
        }
    }

    Set<UUID> institutions() {
        return steps.stream().flatMap(Step::institutions).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** With what institutions are called now, for whoever reads. */
    Reorganization named(Map<UUID, String> names) {
        var told = steps.stream()
                .map(step -> new Step(
                        step.kind(),
                        step.institution(),
                        step.target(),
                        step.name(),
                        names.get(step.institution()),
                        step.target() == null ? null : names.get(step.target())))
                .toList();
        return new Reorganization(
                id,
                version,
                name,
                approvalNo,
                effectiveOn,
                state,
                told,
                createdBy,
                createdAt,
                appliedBy,
                appliedAt,
                undoneBy,
                undoneAt,
                problem);
    }

    /** What the life line of every row it touches says. */
    String cause() {
        return name + "（" + approvalNo + "）";
    }

    void refuseUnless(State wanted) {
        if (state != wanted) {
            throw new Refused(LedgerRefusal.REORGANIZATION_IN_ANOTHER_STATE);
        }
    }
}

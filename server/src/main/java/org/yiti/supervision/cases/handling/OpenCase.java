package org.yiti.supervision.cases.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.Deadlines;
import org.yiti.supervision.cases.file.FindingsOfCase;
import org.yiti.supervision.cases.file.Stage;
import org.yiti.supervision.steps.WhatIsSaid;

/** Opens a case from findings, from a suspicion, or from both. */
@UseCase
public class OpenCase {

    record OfSuspicion(
            @NotNull @Pattern(regexp = "vehicle|driver|institution")
            String kind,

            @NotNull UUID id) {}

    /** @param suspicion findings that speak for it come along with it, where they are open and in no case */
    public record Request(
            @NotNull @Size(max = 200) List<@NotNull UUID> findings,
            @Nullable @Valid OfSuspicion suspicion,
            @Nullable @Size(max = 4000) String note,
            @Nullable @Size(max = 100) String assignee) {}

    private final CaseFiles files;
    private final Candidates candidates;
    private final FindingsOfCase findings;
    private final WhatIsSaid said;
    private final Deadlines deadlines;
    private final Clock clock;

    OpenCase(
            CaseFiles files,
            Candidates candidates,
            FindingsOfCase findings,
            WhatIsSaid said,
            Deadlines deadlines,
            Clock clock) {
        this.files = files;
        this.candidates = candidates;
        this.findings = findings;
        this.said = said;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public UUID handle(Request request) {
        return handle(request, clock.instant());
    }

    /** @param at when it is opened; earlier than now only where a past is told */
    public UUID handle(Request request, Instant at) {
        var suspicion = request.suspicion();
        var ids = new LinkedHashSet<>(request.findings());
        var institutions = new LinkedHashSet<UUID>();
        if (suspicion != null) {
            var institution = candidates.institutionOf(suspicion);
            institutions.add(institution);
            ids.addAll(candidates.of(suspicion, institution));
        }
        var taken = candidates.get(new ArrayList<>(ids));
        taken.forEach(one -> institutions.add(one.institutionId()));
        if (institutions.isEmpty()) {
            throw new Refused(SupervisionRefusal.CASE_OF_NOTHING);
        }
        if (institutions.size() > 1) {
            throw new Refused(SupervisionRefusal.CASE_OF_SEVERAL_INSTITUTIONS);
        }
        var institution = institutions.iterator().next();
        if (request.assignee() != null) {
            said.requireAssignee(request.assignee(), institution);
        }
        return open(request, institution, taken, at);
    }

    private UUID open(Request request, UUID institution, List<Candidates.Candidate> taken, Instant at) {
        var stage = taken.stream()
                .map(Candidates.Candidate::stage)
                .min(Comparator.naturalOrder())
                .orElse(Stage.ALERT);
        var due = due(stage, institution, taken, at);
        var id = files.open(institution, stage, due, request.assignee(), null, at);
        var ids = taken.stream().map(Candidates.Candidate::id).toList();
        files.add(id, ids, at);
        if (request.suspicion() != null) {
            candidates.keep(id, request.suspicion(), at);
        }
        var file = files.get(id);
        findings.tell(file, ids, "INTO_CASE", null, at);
        findings.follow(file, new FindingsOfCase.Move("INTO_CASE", stage, null, due, request.assignee(), at));
        files.tell(
                file,
                files.event(at, "OPENED", stage).saying(request.note()).due(due).with(Map.of("findings", ids.size())));
        return id;
    }

    /** What the unit was given until a day keeps that day. */
    private @Nullable LocalDate due(Stage stage, UUID institution, List<Candidates.Candidate> taken, Instant at) {
        var today = LocalDate.ofInstant(at, clock.getZone());
        return taken.stream()
                .filter(one -> stage.waitsForUnit()
                        && one.stage() == stage
                        && !one.dueOn().isBefore(today))
                .map(Candidates.Candidate::dueOn)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> deadlines.of(stage, institution, today));
    }
}

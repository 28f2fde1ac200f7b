package org.yiti.supervision.findings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.law.Severity;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.steps.WhatIsSaid;

/** Moves a finding on, with what had to be said, and writes it into its history. */
@UseCase
class TakeStep {

    /** @param version of the finding as it was seen */
    record Request(
            @NotNull Step step,
            @Nullable @Size(max = 4000) String note,
            @Nullable LocalDate dueOn,
            @Nullable @Size(max = 100) String assignee,
            int version) {}

    private record Now(State state, Severity severity, int version, UUID institutionId) {}

    private final JdbcClient database;
    private final WhatIsSaid said;
    private final EyesForFinding eyes;
    private final Scope scope;
    private final Clock clock;
    private final Audit audit;

    TakeStep(JdbcClient database, WhatIsSaid said, EyesForFinding eyes, Scope scope, Clock clock, Audit audit) {
        this.database = database;
        this.eyes = eyes;
        this.said = said;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
    }

    void handle(UUID id, Request request) {
        handle(id, request, clock.instant());
    }

    /** @param at when the step is taken; earlier than now only where a past is told */
    void handle(UUID id, Request request, Instant at) {
        scope.require(request.step().permission(), find(id, "").institutionId());
        var now = find(id, " for update");
        if (now.version() != request.version()) {
            throw new Refused(SupervisionRefusal.FINDING_STALE, Map.of("version", now.version()));
        }
        if (!request.step().possibleIn(now.state(), now.severity())) {
            throw new Refused(SupervisionRefusal.STEP_NOT_POSSIBLE, Map.of("state", now.state()));
        }
        checkCase(id, request.step(), now.state());
        if (request.step().needsOtherEyes()) {
            eyes.require(id, now.institutionId());
        }
        checkSaid(request, now, LocalDate.ofInstant(at, clock.getZone()));
        write(id, now, request, at);
        audit.record(act(id, now, request));
    }

    private static Act act(UUID id, Now now, Request request) {
        var action = "finding." + request.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Act.of(action, "supervision.finding", id)
                .in(now.institutionId())
                .with("note", request.note())
                .with("dueOn", request.dueOn())
                .with("assignee", request.assignee());
    }

    private Now find(UUID id, String lock) {
        return database.sql("select state, severity, version, institution_id from supervision.finding where id = :id"
                        + lock)
                .param("id", id)
                .query(Now.class)
                .optional()
                .filter(now -> scope.contains(now.institutionId()))
                .orElseThrow(() -> new Refused(SupervisionRefusal.FINDING_NOT_FOUND));
    }

    /** In an open case it is dealt with there. */
    private void checkCase(UUID id, Step step, State state) {
        var held = database.sql("""
                        select c.number from supervision.case_finding m join supervision.case_file c on c.id = m.case_id
                         where m.finding_id = :id and m.left_at is null and c.stage not in ('CLOSED', 'MERGED')
                        """).param("id", id).query(String.class).optional();
        if (held.isPresent() && !step.possibleInCase(state)) {
            throw new Refused(SupervisionRefusal.FINDING_IN_CASE, Map.of("case", held.get()));
        }
    }

    private void checkSaid(Request request, Now now, LocalDate today) {
        var step = request.step();
        said.requireNote(step, request.note());
        if (step.needsDueOn() && request.dueOn() == null) {
            throw new Refused(SupervisionRefusal.DUE_DATE_MISSING);
        }
        if (request.dueOn() != null && request.dueOn().isBefore(today)) {
            throw new Refused(SupervisionRefusal.DUE_DATE_PAST);
        }
        if (step.needsAssignee()
                || (request.assignee() != null && !request.assignee().isBlank())) {
            said.requireAssignee(request.assignee(), now.institutionId());
        }
    }

    private void write(UUID id, Now now, Request request, Instant at) {
        var assignee = request.assignee() == null || request.assignee().isBlank() ? null : request.assignee();
        // where its case is, says the database
        var to = database.sql("""
                        update supervision.finding
                           set state = :to, version = version + 1, due_on = coalesce(:due::date, due_on),
                               assignee = coalesce(:assignee::text, assignee)
                         where id = :id returning state
                        """)
                .param("to", request.step().from(now.state()).name())
                .param("due", request.dueOn())
                .param("assignee", assignee)
                .param("id", id)
                .query(String.class)
                .single();
        database.sql("""
                        insert into supervision.finding_event (finding_id, at, actor, step, from_state, to_state, note, due_on, assignee)
                        values (:id, :at, :actor, :step, :from, :to, :note, :due, :assignee)
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", scope.account().account())
                .param("step", request.step().name())
                .param("from", now.state().name())
                .param("to", to)
                .param("note", request.note())
                .param("due", request.dueOn())
                .param("assignee", assignee)
                .update();
    }
}

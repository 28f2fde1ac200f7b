package org.yiti.supervision.cases.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.cases.file.CaseFile;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.CaseStep;
import org.yiti.supervision.cases.file.FindingsOfCase;

/** Moves a case on with all that stands in it, and writes down who, why and until when. */
@UseCase
public class TakeCaseStep {

    /** @param version of the case as it was seen */
    public record Request(
            @NotNull CaseStep step,
            @Nullable @Size(max = 4000) String note,
            @Nullable LocalDate dueOn,
            @Nullable @Size(max = 100) String assignee,
            int version) {}

    private final JdbcClient database;
    private final CaseFiles files;
    private final FindingsOfCase findings;
    private final CaseChecks checks;
    private final Scope scope;
    private final Clock clock;

    TakeCaseStep(
            JdbcClient database,
            CaseFiles files,
            FindingsOfCase findings,
            CaseChecks checks,
            Scope scope,
            Clock clock) {
        this.database = database;
        this.files = files;
        this.findings = findings;
        this.checks = checks;
        this.scope = scope;
        this.clock = clock;
    }

    public void handle(UUID id, Request request) {
        handle(id, request, clock.instant());
    }

    /** @param at when the step is taken; earlier than now only where a past is told */
    public void handle(UUID id, Request request, Instant at) {
        scope.require(request.step().permission(), files.get(id).institutionId());
        var file = files.lock(id);
        if (file.version() != request.version()) {
            throw new Refused(SupervisionRefusal.CASE_STALE, Map.of("version", file.version()));
        }
        checks.check(file, request);
        var due = checks.due(file, request, LocalDate.ofInstant(at, clock.getZone()));
        var step = request.step();
        var to = step.from(file.stage());
        var assignee = step.needsAssignee() ? request.assignee() : null;
        write(file, step, due, assignee, at);
        findings.follow(
                file,
                new FindingsOfCase.Move(
                        step.closes() ? CaseStep.CLOSE.name() : step.name(), to, request.note(), due, assignee, at));
        files.tell(
                file,
                new CaseFiles.Event(
                        at,
                        scope.account().account(),
                        step.name(),
                        file.stage(),
                        to,
                        request.note(),
                        to == file.stage() && !step.needsDueOn() ? null : due,
                        assignee,
                        Map.of()));
    }

    private void write(CaseFile file, CaseStep step, @Nullable LocalDate due, @Nullable String assignee, Instant at) {
        var to = step.from(file.stage());
        database.sql("""
                        update supervision.case_file
                           set stage = :to, version = version + 1, due_on = :due::date, assignee = coalesce(:assignee::text, assignee),
                               answered_by = case when :answers and :me <> all (answered_by) then answered_by || :me::text else answered_by end,
                               reviewed_by = case when :passes then :me when :moves and not :closes then null else reviewed_by end,
                               closed_by = case when :closes then :me end,
                               closed_at = case when :closes then :at::timestamptz end
                         where id = :id
                        """)
                .param("id", file.id())
                .param("to", to.name())
                .param("due", due)
                .param("assignee", assignee)
                .param("me", scope.account().account())
                .param("answers", step.answers())
                .param("passes", step == CaseStep.PASS_REVIEW)
                .param("moves", to != file.stage())
                .param("closes", step.closes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package org.yiti.supervision.cases.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.cases.file.CaseFile;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.Deadlines;
import org.yiti.supervision.cases.file.FindingsOfCase;
import org.yiti.supervision.cases.file.Stage;

/** Puts cases of one institution together: what the others held goes over, their papers and histories stay with them. */
@UseCase
public class MergeCases {

    public record Request(
            @NotEmpty @Size(max = 50) List<@NotNull UUID> others,
            @NotBlank @Size(max = 4000) String note,
            int version) {}

    private final JdbcClient database;
    private final CaseFiles files;
    private final FindingsOfCase findings;
    private final Deadlines deadlines;
    private final Scope scope;
    private final Clock clock;

    MergeCases(
            JdbcClient database,
            CaseFiles files,
            FindingsOfCase findings,
            Deadlines deadlines,
            Scope scope,
            Clock clock) {
        this.database = database;
        this.files = files;
        this.findings = findings;
        this.deadlines = deadlines;
        this.scope = scope;
        this.clock = clock;
    }

    public void handle(UUID id, Request request) {
        scope.require(Permission.VERIFY, files.get(id).institutionId());
        check(files.get(id), request);
        // in one order, so that two who merge the same cases do not wait for each other
        var ids = new TreeSet<>(request.others());
        if (ids.contains(id)) {
            throw new Refused(SupervisionRefusal.CASE_MERGED_WITH_ITSELF);
        }
        ids.add(id);
        var locked = ids.stream().map(files::lock).toList();
        var into =
                locked.stream().filter(file -> file.id().equals(id)).findFirst().orElseThrow();
        var others = locked.stream().filter(file -> !file.id().equals(id)).toList();
        check(into, request);
        for (var file : locked) {
            scope.require(Permission.VERIFY, file.institutionId());
            if (!file.stage().open()) {
                throw new Refused(SupervisionRefusal.STEP_NOT_POSSIBLE, Map.of("state", file.stage()));
            }
            if (!file.institutionId().equals(into.institutionId())) {
                throw new Refused(SupervisionRefusal.CASE_OF_SEVERAL_INSTITUTIONS);
            }
        }
        merge(into, others, request.note(), clock.instant());
    }

    private static void check(CaseFile into, Request request) {
        if (into.version() != request.version()) {
            throw new Refused(SupervisionRefusal.CASE_STALE, Map.of("version", into.version()));
        }
    }

    /** Nothing is taken past a stage it has not seen: the whole goes back to the earliest. */
    private void merge(CaseFile into, List<CaseFile> others, String note, Instant at) {
        var stage = others.stream().map(CaseFile::stage).reduce(into.stage(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        var due = stage == into.stage()
                ? into.dueOn()
                : deadlines.of(stage, into.institutionId(), LocalDate.ofInstant(at, clock.getZone()));
        for (var other : others) {
            takeOver(into, other, note, at);
        }
        database.sql("""
                        update supervision.case_file c
                           set stage = :stage, version = version + 1, due_on = :due::date, reviewed_by = case when :back then null else reviewed_by end,
                               answered_by = array(select distinct a from supervision.case_file o, unnest(o.answered_by) a
                                                    where o.id = c.id or o.merged_into = c.id)
                         where id = :id
                        """)
                .param("stage", stage.name())
                .param("due", due)
                .param("back", stage != into.stage())
                .param("id", into.id())
                .update();
        findings.follow(into, new FindingsOfCase.Move("INTO_CASE", stage, null, due, into.assignee(), at));
        var by = scope.account().account();
        var numbers = others.stream().map(CaseFile::number).toList();
        files.tell(
                into,
                new CaseFiles.Event(at, by, "MERGED", into.stage(), stage, note, due, null, Map.of("cases", numbers)));
    }

    private void takeOver(CaseFile into, CaseFile other, String note, Instant at) {
        var held = files.findings(other.id());
        files.take(other.id(), held, "MERGED", at);
        files.add(into.id(), held, at);
        database.sql("""
                        insert into supervision.case_suspicion (case_id, kind, subject_id, score, records, as_of, signs)
                        select :into, kind, subject_id, score, records, as_of, signs from supervision.case_suspicion where case_id = :other
                        on conflict do nothing
                        """).param("into", into.id()).param("other", other.id()).update();
        database.sql("""
                        update supervision.case_file
                           set stage = 'MERGED', merged_into = :into, version = version + 1, due_on = null, reviewed_by = null
                         where id = :other
                        """).param("into", into.id()).param("other", other.id()).update();
        findings.tell(into, held, "INTO_CASE", note, at);
        files.tell(
                other,
                new CaseFiles.Event(
                        at,
                        scope.account().account(),
                        "MERGED_AWAY",
                        other.stage(),
                        Stage.MERGED,
                        note,
                        null,
                        null,
                        Map.of("cases", List.of(into.number()))));
    }
}

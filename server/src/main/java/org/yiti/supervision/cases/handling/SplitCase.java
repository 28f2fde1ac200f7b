package org.yiti.supervision.cases.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.cases.file.CaseFile;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.FindingsOfCase;

/** Takes some findings out of a case into one of their own, which stands where the first one stood. */
@UseCase
public class SplitCase {

    public record Request(
            @NotEmpty @Size(max = 200) List<@NotNull UUID> findings,
            @NotBlank @Size(max = 4000) String note,
            int version) {}

    private final JdbcClient database;
    private final CaseFiles files;
    private final FindingsOfCase findings;
    private final Scope scope;
    private final Clock clock;

    SplitCase(JdbcClient database, CaseFiles files, FindingsOfCase findings, Scope scope, Clock clock) {
        this.database = database;
        this.files = files;
        this.findings = findings;
        this.scope = scope;
        this.clock = clock;
    }

    public UUID handle(UUID id, Request request) {
        scope.require(Permission.VERIFY, files.get(id).institutionId());
        var file = files.lock(id);
        if (file.version() != request.version()) {
            throw new Refused(SupervisionRefusal.CASE_STALE, Map.of("version", file.version()));
        }
        if (!file.stage().open()) {
            throw new Refused(SupervisionRefusal.STEP_NOT_POSSIBLE, Map.of("state", file.stage()));
        }
        var held = new HashSet<>(files.findings(id));
        var wanted = new HashSet<>(request.findings());
        if (!held.containsAll(wanted)) {
            throw new Refused(SupervisionRefusal.FINDING_NOT_FOUND);
        }
        if (held.size() == wanted.size()) {
            throw new Refused(SupervisionRefusal.CASE_SPLIT_LEAVES_NOTHING);
        }
        return split(file, List.copyOf(wanted), request.note());
    }

    private UUID split(CaseFile file, List<UUID> wanted, String note) {
        var at = clock.instant();
        var id = files.open(file.institutionId(), file.stage(), file.dueOn(), file.assignee(), file.id(), at);
        database.sql("""
                        update supervision.case_file fresh set answered_by = was.answered_by, reviewed_by = was.reviewed_by
                          from supervision.case_file was where was.id = :was and fresh.id = :id
                        """).param("was", file.id()).param("id", id).update();
        database.sql("update supervision.case_file set version = version + 1 where id = :id")
                .param("id", file.id())
                .update();
        files.take(file.id(), wanted, "SPLIT", at);
        files.add(id, wanted, at);
        var fresh = files.get(id);
        findings.tell(fresh, wanted, "INTO_CASE", note, at);
        files.tell(
                fresh,
                files.event(at, "SPLIT_OFF", file.stage())
                        .saying(note)
                        .due(file.dueOn())
                        .with(Map.of("cases", List.of(file.number()), "findings", wanted.size())));
        files.tell(
                file,
                files.event(at, "SPLIT", file.stage())
                        .saying(note)
                        .with(Map.of("cases", List.of(fresh.number()), "findings", wanted.size())));
        return id;
    }
}

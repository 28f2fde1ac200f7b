package org.yiti.supervision.cases.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.CaseStep;
import org.yiti.supervision.cases.file.EyesForCase;

/** A person follows what the house proposes, or does not: either is written down with the reason. */
@UseCase
public class DecideProposal {

    public record Request(
            @NotNull Boolean accept,
            @NotBlank @Size(max = 4000) String note,
            int version) {}

    private final JdbcClient database;
    private final CaseFiles files;
    private final TakeCaseStep steps;
    private final EyesForCase eyes;
    private final Scope scope;
    private final Clock clock;

    DecideProposal(
            JdbcClient database, CaseFiles files, TakeCaseStep steps, EyesForCase eyes, Scope scope, Clock clock) {
        this.database = database;
        this.files = files;
        this.steps = steps;
        this.eyes = eyes;
        this.scope = scope;
        this.clock = clock;
    }

    public void handle(UUID id, UUID proposal, Request request) {
        scope.require(Permission.VERIFY, files.get(id).institutionId());
        var file = files.lock(id);
        eyes.require(file);
        var at = clock.instant();
        var decided = database.sql("""
                        update supervision.case_proposal
                           set decided_at = :at, decided_by = :me, accepted = :accept, note = :note
                         where id = :proposal and case_id = :id and decided_at is null and gone_at is null
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("me", scope.account().account())
                .param("accept", request.accept())
                .param("note", request.note())
                .param("proposal", proposal)
                .param("id", id)
                .update();
        if (decided == 0) {
            throw new Refused(SupervisionRefusal.PROPOSAL_IS_GONE);
        }
        files.tell(
                file,
                files.event(at, request.accept() ? "PROPOSAL_ACCEPTED" : "PROPOSAL_REJECTED", file.stage())
                        .saying(request.note())
                        .with(Map.of("proposal", proposal)));
        if (request.accept()) {
            steps.handle(
                    id, new TakeCaseStep.Request(CaseStep.CLOSE_EARLY, request.note(), null, null, request.version()));
        }
    }
}

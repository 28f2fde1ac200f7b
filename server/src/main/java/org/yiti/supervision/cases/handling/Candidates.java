package org.yiti.supervision.cases.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.cases.file.Stage;

/** Findings and suspicions that a case may be opened from. */
@Component
class Candidates {

    private static final String OPEN = "f.state not in ('CLOSED', 'DISMISSED', 'MENDED')";

    /** @param inCase number of the case it is in already */
    record Candidate(
            UUID id,
            UUID institutionId,
            String severity,
            String state,
            boolean open,
            LocalDate dueOn,
            @Nullable String inCase) {

        Stage stage() {
            return Stage.ofFinding(state);
        }
    }

    private final JdbcClient database;
    private final Scope scope;

    Candidates(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** Refuses what cannot be dealt with in a case, or not by whoever asks. */
    List<Candidate> get(List<UUID> findings) {
        var found = database.sql("""
                        select f.id, f.institution_id, f.severity, f.state, %s as open, f.due_on,
                               (select c.number from supervision.case_finding m join supervision.case_file c on c.id = m.case_id
                                 where m.finding_id = f.id and m.left_at is null) as in_case
                          from supervision.finding f where f.id = any (:ids) order by f.number for update of f
                        """.formatted(OPEN))
                .param("ids", findings.toArray(UUID[]::new))
                .query(Candidate.class)
                .list();
        if (found.size() != findings.stream().distinct().count()
                || !found.stream().allMatch(one -> scope.contains(one.institutionId()))) {
            throw new Refused(SupervisionRefusal.FINDING_NOT_FOUND);
        }
        found.forEach(this::check);
        return found;
    }

    private void check(Candidate finding) {
        scope.require(Permission.VERIFY, finding.institutionId());
        if (finding.severity().equals("REMINDER")) {
            throw new Refused(SupervisionRefusal.CASE_OF_A_REMINDER);
        }
        if (finding.inCase() != null) {
            throw new Refused(SupervisionRefusal.FINDING_IN_CASE, Map.of("case", finding.inCase()));
        }
        if (!finding.open()) {
            throw new Refused(SupervisionRefusal.CASE_OF_WHAT_IS_SETTLED);
        }
    }

    UUID institutionOf(OpenCase.OfSuspicion suspicion) {
        var institution = Optional.ofNullable(database.sql(
                                "select institution_id from supervision.suspicion where kind = :kind and subject_id = :id")
                        .param("kind", suspicion.kind())
                        .param("id", suspicion.id())
                        .query(UUID.class)
                        .optional()
                        .orElse(null))
                .filter(scope::contains)
                .orElseThrow(() -> new Refused(SupervisionRefusal.SUSPICION_NOT_FOUND));
        scope.require(Permission.VERIFY, institution);
        return institution;
    }

    /** Findings that speak for a suspicion, of its institution, that may come along. */
    List<UUID> of(OpenCase.OfSuspicion suspicion, UUID institution) {
        return database.sql("""
                        select distinct f.id
                          from supervision.contribution c join supervision.finding f on f.id = c.finding_id
                         where case :kind when 'vehicle' then c.vehicle_id when 'driver' then c.driver_id else c.institution_id end = :id
                           and f.institution_id = :institution and f.severity <> 'REMINDER' and %s
                           and not exists (select from supervision.case_finding m where m.finding_id = f.id and m.left_at is null)
                        """.formatted(OPEN))
                .param("kind", suspicion.kind())
                .param("id", suspicion.id())
                .param("institution", institution)
                .query(UUID.class)
                .list();
    }

    /** What spoke for it on the day the case was opened: tomorrow it is worked out anew. */
    void keep(UUID file, OpenCase.OfSuspicion suspicion, Instant at) {
        database.sql("""
                        insert into supervision.case_suspicion (case_id, kind, subject_id, score, records, as_of, signs)
                        select :file, s.kind, s.subject_id, s.score, s.records, coalesce((select as_of from supervision.scoring where made = 'suspicion'), :day::date),
                               (select coalesce(jsonb_agg(jsonb_build_object('model', c.model, 'signal', c.signal, 'evidence', c.evidence, 'record', c.record,
                                                          'seenOn', c.seen_on, 'weight', c.weight, 'finding', c.finding_id) order by c.weight desc, c.id), '[]')
                                  from supervision.contribution c
                                 where case s.kind when 'vehicle' then c.vehicle_id when 'driver' then c.driver_id else c.institution_id end = s.subject_id)
                          from supervision.suspicion s where s.kind = :kind and s.subject_id = :id
                        """)
                .param("file", file)
                .param("kind", suspicion.kind())
                .param("id", suspicion.id())
                .param("day", LocalDate.ofInstant(at, java.time.ZoneOffset.ofHours(8)))
                .update();
    }
}

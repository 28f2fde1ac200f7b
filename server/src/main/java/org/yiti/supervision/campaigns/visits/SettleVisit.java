package org.yiti.supervision.campaigns.visits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.campaigns.plan.Campaigns;

/**
 * A visit is made, given to somebody else, or not made at all. With the last answer what failed becomes a fact. Where a
 * finding stands that a rule made of the ledgers for such a thing, the answer points to it: what was seen with one's own
 * eyes is evidence of its own, and whether the two are one thing is for people to say.
 */
@UseCase
public class SettleVisit {

    public record Finished(@Nullable @Size(max = 4000) String note) {}

    record Dropped(@NotBlank @Size(max = 2000) String reason) {}

    record Given(@NotBlank @Size(max = 100) String inspector) {}

    private static final String IN_LEDGERS = """
            update supervision.visit_answer a
               set in_ledgers = (select f.id from supervision.finding f
                               where f.rule_id = a.rule_id and f.institution_id = :institution and f.present
                                 and f.state not in ('CLOSED', 'DISMISSED', 'MENDED') order by f.number limit 1)
             where a.visit_id = :visit and a.result = 'FAIL' and not a.replaced and a.rule_id is not null
            """;

    private final JdbcClient database;
    private final Campaigns campaigns;
    private final Visits visits;
    private final AccountDirectory accounts;
    private final Scope scope;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SettleVisit(
            JdbcClient database,
            Campaigns campaigns,
            Visits visits,
            AccountDirectory accounts,
            Scope scope,
            Clock clock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.database = database;
        this.campaigns = campaigns;
        this.visits = visits;
        this.accounts = accounts;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /** Asked twice, as phones do, it is done once. */
    public void finish(UUID id, Finished request) {
        finish(id, request, clock.instant());
    }

    public void finish(UUID id, Finished request, Instant at) {
        var visit = visits.lockToMake(id);
        if (visit.state().equals("DONE")) {
            return;
        }
        requireOpen(visit);
        var answers = visits.answers(id);
        checkWhole(visit, answers);
        database.sql(IN_LEDGERS)
                .param("visit", id)
                .param("institution", visit.institutionId())
                .update();
        var score = score(answers);
        database.sql("""
                        update supervision.visit
                           set state = 'DONE', done_at = :at, done_by = :by, score = :score::numeric, note = :note::text, version = version + 1
                         where id = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .param("score", score)
                .param("note", request.note())
                .param("id", id)
                .update();
        audit.record(Visits.act("visit.finished", visit)
                .with("score", score)
                .with("failed", failed(answers))
                .with("note", request.note()));
        events.publishEvent(new LedgerChanged("supervision.visit", Set.of(visit.institutionId())));
    }

    private void checkWhole(Visit visit, List<Visits.Answer> answers) {
        var answered = answers.stream().map(Visits.Answer::item).collect(Collectors.toSet());
        var open = campaigns.get(visit.campaignId()).items().stream()
                .filter(item -> !answered.contains(item.code()))
                .map(item -> item.title().zh())
                .toList();
        if (!open.isEmpty()) {
            throw new Refused(
                    SupervisionRefusal.VISIT_UNANSWERED, Map.of("open", open.size(), "items", String.join("、", open)));
        }
    }

    private static long failed(List<Visits.Answer> answers) {
        return answers.stream().filter(one -> one.result().equals("FAIL")).count();
    }

    /** Share of the weights that passed, of those that were judged. */
    static @Nullable BigDecimal score(List<Visits.Answer> answers) {
        var judged = weight(answers, Set.of("PASS", "FAIL"));
        return judged.signum() == 0
                ? null
                : weight(answers, Set.of("PASS"))
                        .multiply(BigDecimal.valueOf(100))
                        .divide(judged, 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal weight(List<Visits.Answer> answers, Set<String> results) {
        return answers.stream()
                .filter(one -> results.contains(one.result()))
                .map(Visits.Answer::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void drop(UUID id, Dropped request) {
        var visit = visits.lock(id);
        requireOpen(visit);
        database.sql(
                        "update supervision.visit set state = 'DROPPED', note = :why, version = version + 1 where id = :id")
                .param("why", request.reason().strip())
                .param("id", id)
                .update();
        audit.record(Visits.act("visit.dropped", visit).with("reason", request.reason()));
    }

    /** Not to the unit's own people, nor to whom it is out of reach. */
    void give(UUID id, Given request) {
        var visit = visits.lock(id);
        requireOpen(visit);
        var whole = campaigns.get(visit.campaignId()).institutionId();
        var may = accounts.find(request.inspector(), null, null).filter(one -> {
            var reach = one.rights().reach(Permission.VERIFY);
            return (reach.everywhere() || isAt(whole, reach.roots().toArray(UUID[]::new)))
                    && (one.institutionId() == null || !isAt(one.institutionId(), visit.institutionId()));
        });
        if (may.isEmpty()) {
            throw new Refused(SupervisionRefusal.INSPECTOR_UNKNOWN, Map.of("account", request.inspector()));
        }
        database.sql("update supervision.visit set inspector = :who, version = version + 1 where id = :id")
                .param("who", request.inspector())
                .param("id", id)
                .update();
        audit.record(Visits.act("visit.given", visit).with("inspector", request.inspector()));
    }

    private boolean isAt(UUID institution, UUID... roots) {
        return database.sql("select exists (select from organization.below where member = :id and root = any (:roots))")
                .param("id", institution)
                .param("roots", roots)
                .query(Boolean.class)
                .single();
    }

    private static void requireOpen(Visit visit) {
        if (!visit.isOpen()) {
            throw new Refused(SupervisionRefusal.VISIT_OVER);
        }
    }
}

package org.yiti.ledger.reorganization;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.ledger.reorganization.Reorganization.Person;
import org.yiti.ledger.reorganization.Reorganization.Step;
import tools.jackson.databind.json.JsonMapper;

/** Reorganizations as rows: written down, and moved from state to state. */
@Component
class Reorganizations {

    record Problem(String wording, Map<String, ?> facts) {}

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final JsonMapper json;

    Reorganizations(JdbcClient database, Scope scope, Clock clock, JsonMapper json) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.json = json;
    }

    UUID add(Draft draft, List<Step> steps) {
        return written(database.sql("""
                        insert into ledger.reorganization (name, approval_no, effective_on, steps, institution_ids, created_by, created_at)
                        values (:name, :approvalNo, :day, cast(:steps as jsonb), :institutions, :me, :now) returning id
                        """), draft, steps).query(UUID.class).single();
    }

    void change(UUID id, Draft draft, List<Step> steps) {
        written(database.sql("""
                        update ledger.reorganization
                           set name = :name, approval_no = :approvalNo, effective_on = :day, steps = cast(:steps as jsonb),
                               institution_ids = :institutions, problem = null, version = version + 1
                         where id = :id
                        """), draft, steps).param("id", id).update();
    }

    private JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, Draft draft, List<Step> steps) {
        return statement
                .param("name", draft.name().strip())
                .param("approvalNo", draft.approvalNo().strip())
                .param("day", draft.effectiveOn())
                .param("steps", json.writeValueAsString(steps))
                .param(
                        "institutions",
                        steps.stream().flatMap(Step::institutions).distinct().toArray(UUID[]::new))
                .param("me", scope.account().account())
                .param("now", now());
    }

    void remove(UUID id) {
        database.sql("delete from ledger.reorganization where id = :id")
                .param("id", id)
                .update();
    }

    void plan(UUID id) {
        database.sql("update ledger.reorganization set purpose = :purpose, on_behalf_of = :onBehalfOf where id = :id")
                .param("purpose", scope.account().rights().purpose().name())
                .param("onBehalfOf", scope.account().rights().onBehalfOf(), Types.VARCHAR)
                .param("id", id)
                .update();
        move(id, "state = 'PLANNED', applied_by = :me, planned_at = :now, problem = null");
    }

    void backToDraft(UUID id) {
        move(id, "state = 'DRAFT', applied_by = null, planned_at = null");
    }

    /** Remembers as well where the life line has what it did. */
    void applied(UUID id, @Nullable Person plannedBy) {
        move(
                id,
                "state = 'APPLIED', applied_at = :now, problem = null, transaction = pg_current_xact_id(),"
                        + " first_change = coalesce(nullif(current_setting('yiti.first_change', true), ''), '0')::bigint,"
                        + " last_change = (select last_value from lifeline.change_id_seq)"
                        + (plannedBy == null ? ", applied_by = :me" : ""));
    }

    void undone(UUID id) {
        move(id, "state = 'UNDONE', undone_by = :me, undone_at = :now");
    }

    /** @param wording key of the sentence that says why it could not be done */
    void failed(UUID id, String wording, Map<String, ?> facts) {
        database.sql("update ledger.reorganization set problem = cast(:problem as jsonb) where id = :id")
                .param("problem", json.writeValueAsString(new Problem(wording, facts)))
                .param("id", id)
                .update();
    }

    private void move(UUID id, String changes) {
        database.sql("update ledger.reorganization set version = version + 1, " + changes + " where id = :id")
                .param("me", scope.account().account())
                .param("now", now())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package org.yiti.supervision.cases.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import tools.jackson.databind.json.JsonMapper;

/** Cases and what they hold, in the database. */
@Component
public class CaseFiles {

    /**
     * One thing that happened to a case.
     *
     * @param actor null for the house
     */
    public record Event(
            Instant at,
            @Nullable String actor,
            String step,
            @Nullable Stage from,
            Stage to,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            @Nullable String assignee,
            Map<String, Object> details) {

        public static Event of(Instant at, @Nullable String actor, String step, Stage stage) {
            return new Event(at, actor, step, stage, stage, null, null, null, Map.of());
        }

        public Event saying(@Nullable String words) {
            return new Event(at, actor, step, from, to, words, dueOn, assignee, details);
        }

        public Event due(@Nullable LocalDate day) {
            return new Event(at, actor, step, from, to, note, day, assignee, details);
        }

        public Event with(Map<String, Object> more) {
            return new Event(at, actor, step, from, to, note, dueOn, assignee, more);
        }
    }

    private final JdbcClient database;
    private final Scope scope;
    private final JsonMapper json;
    private final Audit audit;

    CaseFiles(JdbcClient database, Scope scope, JsonMapper json, Audit audit) {
        this.database = database;
        this.scope = scope;
        this.json = json;
        this.audit = audit;
    }

    /** Refuses a case outside of the scope as if it did not exist. */
    public CaseFile get(UUID id) {
        return find(id, "");
    }

    public CaseFile lock(UUID id) {
        return find(id, " for update");
    }

    private CaseFile find(UUID id, String lock) {
        return database.sql("select * from supervision.case_file where id = :id" + lock)
                .param("id", id)
                .query(CaseFiles::read)
                .optional()
                .filter(found -> scope.contains(found.institutionId()))
                .orElseThrow(() -> new Refused(SupervisionRefusal.CASE_NOT_FOUND));
    }

    private static CaseFile read(ResultSet row, int n) throws SQLException {
        return new CaseFile(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("institution_id", UUID.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("assignee"),
                List.of((String[]) row.getArray("answered_by").getArray()));
    }

    /** @param from null for a case that is not split from another */
    public UUID open(
            UUID institution,
            Stage stage,
            @Nullable LocalDate due,
            @Nullable String assignee,
            @Nullable UUID from,
            Instant at) {
        return database.sql("""
                        insert into supervision.case_file (opened_on, institution_id, stage, opened_at, opened_by, due_on, assignee, split_from)
                        values (:day, :institution, :stage, :at, :by, :due::date, :assignee::text, :from::uuid)
                        returning id
                        """)
                .param("day", at.atOffset(ZoneOffset.ofHours(8)).toLocalDate())
                .param("institution", institution)
                .param("stage", stage.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .param("due", due)
                .param("assignee", assignee)
                .param("from", from)
                .query(UUID.class)
                .single();
    }

    public void add(UUID id, List<UUID> findings, Instant at) {
        database.sql("""
                        insert into supervision.case_finding (case_id, finding_id, added_at, added_by)
                        select :id, f, :at, :by from unnest(:findings) f
                        """)
                .param("id", id)
                .param("findings", findings.toArray(UUID[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .update();
    }

    /** Those that are in it now; settled ones included. */
    public List<UUID> findings(UUID id) {
        return database.sql(
                        "select finding_id from supervision.case_finding where case_id = :id and left_at is null order by id")
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    public void take(UUID id, List<UUID> findings, String why, Instant at) {
        database.sql("""
                        update supervision.case_finding set left_at = :at, left_why = :why
                         where case_id = :id and finding_id = any (:findings) and left_at is null
                        """)
                .param("id", id)
                .param("findings", findings.toArray(UUID[]::new))
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By whoever asks now. */
    public Event event(Instant at, String step, Stage stage) {
        return Event.of(at, scope.account().account(), step, stage);
    }

    /** Into its history, and into the audit log. */
    public void tell(CaseFile file, Event event) {
        database.sql("""
                        insert into supervision.case_event (case_id, at, actor, step, from_stage, to_stage, note, due_on, assignee, details)
                        values (:id, :at, :actor::text, :step, :from::text, :to, :note::text, :due::date, :assignee::text, :details::jsonb)
                        """)
                .param("id", file.id())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor())
                .param("step", event.step())
                .param("from", event.from() == null ? null : event.from().name())
                .param("to", event.to().name())
                .param("note", event.note())
                .param("due", event.dueOn())
                .param("assignee", event.assignee())
                .param("details", event.details().isEmpty() ? null : json.writeValueAsString(event.details()))
                .update();
        audit.record(Act.of(
                        "case." + event.step().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "supervision.case_file",
                        file.id())
                .in(file.institutionId())
                .with("stage", event.to())
                .with("note", event.note())
                .with("dueOn", event.dueOn())
                .with("assignee", event.assignee()));
    }
}

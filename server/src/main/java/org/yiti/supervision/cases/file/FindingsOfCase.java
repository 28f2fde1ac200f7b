package org.yiti.supervision.cases.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;

/** Keeps the findings of a case where the case is, and tells their histories of it. */
@Component
public class FindingsOfCase {

    /** Settled by itself: the fact is mended, or a person called it a false alarm. */
    private static final String STANDING = "f.state not in ('DISMISSED', 'MENDED', 'CLOSED')";

    private static final String MEMBERS =
            "f.id in (select finding_id from supervision.case_finding where case_id = :id and left_at is null)";

    /**
     * Where a case goes, as its findings tell of it.
     *
     * @param step of findings: what is told where their state changes by it
     */
    public record Move(
            String step,
            Stage to,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            @Nullable String assignee,
            Instant at) {}

    /** @param standing neither mended nor a false alarm */
    public record Counts(int standing, int mended, int dismissed) {}

    private final JdbcClient database;
    private final Scope scope;

    FindingsOfCase(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    public Counts count(UUID id) {
        return database.sql("""
                        select count(*) filter (where %s) as standing, count(*) filter (where f.state = 'MENDED') as mended,
                               count(*) filter (where f.state = 'DISMISSED') as dismissed
                          from supervision.finding f where %s
                        """.formatted(STANDING, MEMBERS))
                .param("id", id)
                .query(Counts.class)
                .single();
    }

    /**
     * To be called after the case itself has moved: the database sets right whatever disagrees with it. Their own
     * histories are told by which step they moved, so that the life lines of their objects know.
     */
    public void follow(CaseFile file, Move move) {
        database.sql("""
                        with moved as (
                            update supervision.finding f
                               set state = :state, version = f.version + 1, due_on = coalesce(:due::date, f.due_on),
                                   assignee = coalesce(:assignee::text, f.assignee)
                              from supervision.finding was
                             where was.id = f.id and %s and %s
                            returning f.id, was.state as from_state, f.state as to_state)
                        insert into supervision.finding_event (finding_id, at, actor, step, from_state, to_state, note, due_on, details)
                        select id, :at, :by, :step, from_state, to_state, :note::text, :due::date, jsonb_build_object('case', :number::text)
                          from moved where from_state <> to_state
                        """.formatted(MEMBERS, taken(move.to())))
                .param("id", file.id())
                .param("state", move.to().stateOfFindings())
                .param("due", move.dueOn())
                .param("assignee", move.assignee())
                .param("at", move.at().atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .param("step", move.step())
                .param("note", move.note())
                .param("number", file.number())
                .update();
    }

    /** What closes takes the mended ones with it; what is reopened takes up again what it had closed. */
    private static String taken(Stage to) {
        return switch (to) {
            case CLOSED -> "f.state not in ('DISMISSED', 'CLOSED')";
            case VERIFYING -> "f.state not in ('DISMISSED', 'MENDED')";
            default -> STANDING;
        };
    }

    /** @param step a step of findings, or INTO_CASE and OUT_OF_CASE */
    public void tell(CaseFile file, List<UUID> findings, String step, @Nullable String note, Instant at) {
        database.sql("""
                        insert into supervision.finding_event (finding_id, at, actor, step, from_state, to_state, note, due_on, details)
                        select f.id, :at, :by, :step, null, f.state, :note::text, f.due_on, jsonb_build_object('case', :number::text)
                          from supervision.finding f where f.id = any (:findings)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .param("step", step)
                .param("note", note)
                .param("number", file.number())
                .param("findings", findings.toArray(UUID[]::new))
                .update();
    }
}

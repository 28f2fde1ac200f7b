package org.yiti.supervision.cases.handling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.cases.file.CaseFiles;
import org.yiti.supervision.cases.file.Deadlines;

/**
 * What the house does about cases by itself: it proposes to close those of which nothing stands any more, calls to mind
 * what is soon due, and tells the superior what is late. It moves none of them.
 */
@UseCase
class WatchCases {

    private static final String OPEN = "c.stage not in ('CLOSED', 'MERGED')";

    /** Not again for the same reasons once somebody has said no. */
    private static final String PROPOSE = """
            with counted as (
                select c.id, count(*) filter (where f.state not in ('DISMISSED', 'MENDED', 'CLOSED')) as standing,
                       count(*) filter (where f.state = 'MENDED') as mended, count(*) filter (where f.state = 'DISMISSED') as dismissed
                  from supervision.case_file c
                  join supervision.case_finding m on m.case_id = c.id and m.left_at is null
                  join supervision.finding f on f.id = m.finding_id
                 where %s
                 group by c.id),
            told as (
                select id, case when dismissed = 0 then 'CLOSE_ALL_MENDED' else 'CLOSE_NOTHING_STANDS' end as kind,
                       jsonb_build_object('standing', standing, 'mended', mended, 'dismissed', dismissed) as reasons
                  from counted where standing = 0)
            insert into supervision.case_proposal (case_id, kind, reasons, made_at)
            select t.id, t.kind, t.reasons, :at from told t
             where not exists (select from supervision.case_proposal p
                                where p.case_id = t.id and p.gone_at is null and (p.decided_at is null or p.reasons = t.reasons))
            returning case_id
            """.formatted(OPEN);

    private static final String WITHDRAW = """
            update supervision.case_proposal p set gone_at = :at
             where p.decided_at is null and p.gone_at is null
               and (exists (select from supervision.case_file c where c.id = p.case_id and c.stage in ('CLOSED', 'MERGED'))
                    or exists (select from supervision.case_finding m join supervision.finding f on f.id = m.finding_id
                                where m.case_id = p.case_id and m.left_at is null and f.state not in ('DISMISSED', 'MENDED', 'CLOSED')))
            """;

    private record Due(
            UUID id,
            UUID institutionId,
            LocalDate dueOn,
            @Nullable UUID superior) {}

    private final JdbcClient database;
    private final CaseFiles files;
    private final Deadlines deadlines;
    private final Clock clock;

    WatchCases(JdbcClient database, CaseFiles files, Deadlines deadlines, Clock clock) {
        this.database = database;
        this.files = files;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public void handle() {
        Acting.as(Account.HOUSE, this::watch);
    }

    private void watch() {
        var at = clock.instant();
        var now = at.atOffset(ZoneOffset.UTC);
        database.sql(WITHDRAW).param("at", now).update();
        database.sql(PROPOSE).param("at", now).query(UUID.class).list().forEach(id -> tell(id, "PROPOSED", at, null));
        var today = LocalDate.ofInstant(at, clock.getZone());
        remind(today, at);
        escalate(today, at);
    }

    private void remind(LocalDate today, Instant at) {
        for (var due : due("c.due_on >= :today and c.reminded_for is distinct from c.due_on", today)) {
            if (!due.dueOn().isAfter(deadlines.remindedUntil(due.institutionId(), today))) {
                database.sql("update supervision.case_file set reminded_for = due_on where id = :id")
                        .param("id", due.id())
                        .update();
                tell(due.id(), "REMINDED", at, due.dueOn());
            }
        }
    }

    private void escalate(LocalDate today, Instant at) {
        for (var due : due("c.due_on < :today and c.escalated_for is distinct from c.due_on", today)) {
            database.sql("""
                            update supervision.case_file set escalated_for = due_on, escalated_to = :superior::uuid where id = :id
                            """)
                    .param("superior", due.superior())
                    .param("id", due.id())
                    .update();
            tell(due.id(), "ESCALATED", at, due.dueOn());
        }
    }

    private List<Due> due(String which, LocalDate today) {
        return database.sql("""
                        select c.id, c.institution_id, c.due_on, i.parent_id as superior
                          from supervision.case_file c join organization.institution i on i.id = c.institution_id
                         where %s and %s order by c.id for update of c
                        """.formatted(OPEN, which))
                .param("today", today)
                .query(Due.class)
                .list();
    }

    private void tell(UUID id, String step, Instant at, @Nullable LocalDate due) {
        var file = files.get(id);
        files.tell(
                file, CaseFiles.Event.of(at, null, step, file.stage()).due(due).with(Map.of()));
    }
}

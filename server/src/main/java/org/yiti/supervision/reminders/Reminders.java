package org.yiti.supervision.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.calendar.WorkCalendar;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;

/**
 * What waits for somebody, worked out when they look: cases in their charge or due soon, findings in their charge that are
 * late or nearly so, answers their unit owes, packages and proposals they may decide, what could not be delivered to them.
 * Only whether they have seen it is kept.
 */
@Component
class Reminders {

    static final int MOST = 200;

    /**
     * @param key says what, and until when: another day makes it new
     * @param title what it is about; null where its number says enough
     * @param workdaysLeft negative when it is late; null without a day
     */
    record Item(
            String key,
            String kind,
            String number,
            @Nullable Label title,
            @Nullable String institution,
            @Nullable LocalDate dueOn,
            @Nullable Integer workdaysLeft,
            boolean late,
            String path,
            boolean read) {}

    /** @param more whether there are others that are not shown */
    record Page(List<Item> items, long unread, boolean more) {}

    private static final String VERIFIES = "(:verify_all or c.institution_id = any (:verify))";

    /** Each thing once, told by what presses most. */
    private static final String SQL = """
            with mine as (
                select c.id, c.number, c.institution_id, c.due_on, '/cases/' || c.id as path,
                       case when c.stage in ('EXPLAINING', 'RECTIFYING') and (:rectify_all or c.institution_id = any (:rectify)) and not %1$s then 'OWED'
                            when exists (select from supervision.case_proposal p where p.case_id = c.id and p.decided_at is null and p.gone_at is null)
                                 and %1$s then 'PROPOSED'
                            when c.assignee = :me then 'MINE'
                            when c.due_on < :today and %1$s and c.assignee is null then 'LATE'
                            when c.reminded_for = c.due_on and %1$s and c.assignee is null then 'DUE' end as kind,
                       c.stage as state
                  from supervision.case_file c
                 where c.stage not in ('CLOSED', 'MERGED')
                union all
                select f.id, f.number, f.institution_id, f.due_on, '/findings/' || f.id, 'FINDING', f.state
                  from supervision.finding f
                 where f.assignee = :me and f.state not in ('CLOSED', 'DISMISSED', 'MENDED') and f.due_on <= :soon
                   and not exists (select from supervision.case_finding m where m.finding_id = f.id and m.left_at is null)
                union all
                select c.id, c.number, c.institution_id, null, '/cases/' || c.id, 'PACKAGE', p.id::text
                  from supervision.case_package p join supervision.case_file c on c.id = p.case_id
                 where p.state = 'REQUESTED' and p.expires_at > :now and p.requested_by <> :me
                   and (:decide_all or c.institution_id = any (:decide))
                union all
                select s.id, s.channel, null, null, '/subscriptions', 'STOPPED', s.stopped_at::text
                  from supervision.subscription s
                 where s.account = :me and s.stopped_at is not null and s.stopped_why <> 'BY_OWNER'),
            keyed as (
                select m.*, m.kind || ':' || m.id || ':' || m.state || ':' || coalesce(m.due_on::text, '') as key from mine m where m.kind is not null)
            select k.*, i.name as institution_name, r.title_zh, r.title_en, seen.key is not null as is_read, count(*) filter (where seen.key is null) over () as unread
              from keyed k
              left join organization.institution i on i.id = k.institution_id
              left join supervision.reminder_read seen on seen.account = :me and seen.key = k.key
              left join lateral (
                   select r.title_zh, r.title_en from supervision.finding f join supervision.rule r on r.id = f.rule_id
                    where f.id = k.id
                       or f.id = (select m.finding_id from supervision.case_finding m where m.case_id = k.id and m.left_at is null order by m.id limit 1)
                    limit 1) r on true
             order by seen.key is not null, coalesce(k.due_on, :today), k.key limit :most
            """.formatted(VERIFIES);

    private final JdbcClient database;
    private final Scope scope;
    private final WorkCalendar calendar;
    private final Clock clock;

    Reminders(JdbcClient database, Scope scope, WorkCalendar calendar, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Counted(Item item, long unread) {}

    @Transactional(readOnly = true)
    public Page page() {
        var today = LocalDate.now(clock);
        var found = asked(today, MOST + 1)
                .query((row, n) -> new Counted(item(row, today), row.getLong("unread")))
                .list();
        return new Page(
                found.stream().limit(MOST).map(Counted::item).toList(),
                found.isEmpty() ? 0 : found.get(0).unread(),
                found.size() > MOST);
    }

    private JdbcClient.StatementSpec asked(LocalDate today, int most) {
        var verify = scope.institutions(Permission.VERIFY);
        var rectify = scope.institutions(Permission.RECTIFY);
        var decide = scope.institutions(Permission.EXPORT_APPROVAL);
        return database.sql(SQL)
                .param("me", scope.account().account())
                .param("today", today)
                .param("soon", soon(today))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", most)
                .param("verify_all", verify == null)
                .param("verify", ids(verify))
                .param("rectify_all", rectify == null)
                .param("rectify", ids(rectify))
                .param("decide_all", decide == null)
                .param("decide", ids(decide));
    }

    /** Findings are many: only those that are late or nearly so are called to mind, as early as cases are anywhere. */
    private LocalDate soon(LocalDate today) {
        return database.sql("""
                        select max(value::integer) from law.value_in_force where parameter_id = 'case-reminder-workdays' and valid @> :today::date
                        """)
                .param("today", today)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single()
                .map(days -> calendar.plusWorkdays(today, days))
                .orElse(today);
    }

    private static UUID[] ids(@Nullable Set<UUID> institutions) {
        return institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new);
    }

    private Item item(ResultSet row, LocalDate today) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var zh = row.getString("title_zh");
        return new Item(
                row.getString("key"),
                row.getString("kind"),
                row.getString("number"),
                zh == null ? null : new Label(zh, row.getString("title_en")),
                row.getString("institution_name"),
                due,
                due == null ? null : calendar.workdaysLeft(today, due),
                due != null && due.isBefore(today),
                row.getString("path"),
                row.getBoolean("is_read"));
    }

    /** What waits no longer is forgotten along with it. */
    @Transactional
    public void markRead(List<String> keys) {
        var me = scope.account().account();
        var waiting = asked(LocalDate.now(clock), Integer.MAX_VALUE)
                .query((row, n) -> row.getString("key"))
                .list();
        database.sql("delete from supervision.reminder_read where account = :me and key <> all (:waiting)")
                .param("me", me)
                .param("waiting", waiting.toArray(String[]::new))
                .update();
        database.sql("""
                        insert into supervision.reminder_read (account, key, read_at)
                        select :me, key, :now from unnest(:keys::text[]) key where key = any (:waiting) on conflict do nothing
                        """)
                .param("me", me)
                .param("now", OffsetDateTime.now(clock))
                .param("keys", keys.toArray(String[]::new))
                .param("waiting", waiting.toArray(String[]::new))
                .update();
    }
}

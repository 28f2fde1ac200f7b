package org.yiti.supervision.judging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.yiti.law.Rule;

/** Compares what a rule finds now (table {@code found_now}) with what it found before, in sets. */
final class Settlement {

    /** What was found, one row a case, without what merely runs with time in its fingerprint. */
    private static final String VERDICT = """
            insert into verdict_now
            select distinct on (subject_id, episode) subject_id, institution_id, episode, title, severity, judged_on, due_on,
                   actual, limit_value, excess, unit, row - '{subject_id,institution_id,episode,evidence,judged_on,severity}'::text[] as facts, evidence,
                   md5((row - (:running || '{institution_id,evidence,judged_on}'))::text
                       || coalesce((select string_agg((e - :running)::text, ',' order by n) from jsonb_array_elements(evidence) with ordinality x(e, n)), '')) as fingerprint
              from (select row, (row ->> 'subject_id')::uuid as subject_id, (row ->> 'institution_id')::uuid as institution_id,
                           coalesce(row ->> 'episode', '') as episode, row ->> 'title' as title, coalesce(row ->> 'severity', :severity) as severity,
                           coalesce((row ->> 'judged_on')::date, :as_of) as judged_on,
                           coalesce((row ->> 'due_on')::date, :as_of + :due_days) as due_on, (row ->> 'actual')::numeric as actual,
                           (row ->> 'limit')::numeric as limit_value, (row ->> 'excess')::numeric as excess, coalesce(row ->> 'unit', :unit) as unit,
                           case when jsonb_typeof(row -> 'evidence') = 'array' then row -> 'evidence' else '[]' end as evidence
                      from found_now) f
             where subject_id is not null and institution_id is not null
             order by subject_id, episode, evidence::text
            """;

    /** Fewer are compared in less time than it takes to tell the planner of them. */
    private static final int MANY = 500;

    private static final String ANALYZE = "analyze verdict_now";

    /**
     * What becomes of those that were found before. Settled by people means settled while the facts are the same; what
     * they called closed also comes back when it had gone in between.
     */
    private static final String KNOWN = """
            insert into known_before
            select f.id, f.state, f.actual as actual_before, f.limit_value as limit_before, f.evidence as evidence_before, v.*,
                   case when f.state = 'MENDED' then 'FOUND_AGAIN'
                        when f.state = 'CLOSED' and not f.present then 'FOUND_AGAIN'
                        when f.state in ('CLOSED', 'DISMISSED') and f.fingerprint <> v.fingerprint then 'FOUND_AGAIN'
                        when f.state in ('CLOSED', 'DISMISSED') then 'SETTLED'
                        when f.fingerprint <> v.fingerprint or f.severity <> v.severity then 'FACTS_CHANGED'
                        else 'SAME' end as step
              from supervision.finding f
              join verdict_now v on v.subject_id = f.subject_id and v.episode = f.episode
             where f.rule_id = :rule
            """;

    private static final String NEWS =
            "verdict_now v where not exists (select from known_before k where k.subject_id = v.subject_id and k.episode = v.episode and k.step in ('SAME', 'SETTLED'))";

    private static final String GONE =
            "supervision.finding f where f.rule_id = :rule and f.present and not exists (select from verdict_now v where v.subject_id = f.subject_id and v.episode = f.episode)";

    /** The numbers new and renewed findings stand on: looked up once for all that agree in division, day and dimensions. */
    private static final String FRESH = """
            create temp table fresh on commit drop as
            with dims as (
                select coalesce(array_agg(distinct rtrim(d, '#')), '{}') as names
                  from law.parameter p, unnest(p.dimensions) d where p.id = any (:parameters)),
            keyed as (
                select v.subject_id, v.episode, coalesce(i.division, '') as division, v.judged_on,
                       (select coalesce(jsonb_object_agg(d, v.facts -> d), '{}') from unnest(dims.names) d where v.facts ? d) as facts,
                       case when exists (select from unnest(dims.names) d where v.evidence -> 0 ? d)
                            then (select jsonb_agg(distinct e.row order by e.row)
                                    from (select (select coalesce(jsonb_object_agg(d, x -> d), '{}') from unnest(dims.names) d where x ? d) as row
                                            from jsonb_array_elements(v.evidence) x) e)
                            else '[]' end as evidence
                  from verdict_now v
                 cross join dims
                  left join facts.institution i on i.id = v.institution_id
                  left join known_before k on k.subject_id = v.subject_id and k.episode = v.episode
                 where k.step is null or k.step in ('FACTS_CHANGED', 'FOUND_AGAIN'))
            select keyed.subject_id, keyed.episode, u.parameters
              from keyed
              join (select k.*, law.values_used(:parameters, k.division, k.judged_on, k.facts, k.evidence) as parameters
                      from (select distinct division, judged_on, facts, evidence from keyed) k) u
             using (division, judged_on, facts, evidence)
            """;

    private static final String ADD = """
            with added as (
                insert into supervision.finding
                       (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id, episode, severity,
                        actual, limit_value, excess, unit, facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on)
                select supervision.next_finding_number(:as_of), :rule, :hash, :subject, v.subject_id, v.title, v.institution_id, v.episode, v.severity,
                       v.actual, v.limit_value, v.excess, v.unit, v.facts, v.evidence,
                       n.parameters, v.fingerprint, :as_of, :as_of, v.due_on
                  from verdict_now v
                  join fresh n on n.subject_id = v.subject_id and n.episode = v.episode
                 where not exists (select from known_before k where k.subject_id = v.subject_id and k.episode = v.episode)
                returning id, due_on)
            insert into supervision.finding_event (finding_id, at, step, to_state, due_on) select id, :moment, 'FOUND', 'NEW', due_on from added
            """;

    private static final String RENEW = """
            with renewed as (
                update supervision.finding f
                   set version = f.version + 1, rule_hash = :hash, subject_title = k.title, institution_id = k.institution_id, severity = k.severity,
                       actual = k.actual, limit_value = k.limit_value, excess = k.excess, unit = k.unit, facts = k.facts, evidence = k.evidence,
                       parameters = n.parameters, fingerprint = k.fingerprint,
                       present = true, last_seen = :as_of, mended_on = case when k.step = 'FOUND_AGAIN' then null else f.mended_on end,
                       state = case when k.step = 'FOUND_AGAIN' then 'NEW' else f.state end,
                       reopened_on = case when k.step = 'FOUND_AGAIN' then :as_of else f.reopened_on end,
                       due_on = case when k.step = 'FOUND_AGAIN' then k.due_on else f.due_on end
                  from known_before k
                  join fresh n on n.subject_id = k.subject_id and n.episode = k.episode
                 where f.id = k.id and k.step = '%s'
                returning f.id, k.step, k.state as from_state, f.state as to_state, f.due_on,
                          jsonb_build_object('before', jsonb_build_object('actual', k.actual_before, 'limit', k.limit_before, 'evidence', k.evidence_before),
                                             'after', jsonb_build_object('actual', f.actual, 'limit', f.limit_value, 'evidence', f.evidence)) as details)
            insert into supervision.finding_event (finding_id, at, step, from_state, to_state, due_on, details)
            select id, :moment, step, from_state, to_state, due_on, details from renewed
            """;

    /** Only the calendar moved on. */
    private static final String SEE_AGAIN = """
            update supervision.finding f
               set last_seen = :as_of, present = true, actual = k.actual, limit_value = k.limit_value, excess = k.excess, facts = k.facts,
                   evidence = k.evidence, institution_id = k.institution_id, subject_title = k.title
              from known_before k
             where f.rule_id = :rule and f.id = k.id and k.step in ('SAME', 'SETTLED')
               and (f.last_seen, f.present, f.facts, f.evidence, f.institution_id) is distinct from (:as_of, true, k.facts, k.evidence, k.institution_id)
            """;

    /** Taking away what a verdict stands on mends nothing: such findings stay as they are. */
    private static final String BLIND = """
            create temp table blind on commit drop as
            select distinct on (f.id) f.id as finding_id, n.reason
              from supervision.finding f
              join (select (row ->> 'subject_id')::uuid as subject_id, row ->> 'episode' as episode, row ->> 'reason' as reason
                      from not_judged_now where row ->> 'subject_id' is not null) n
                on n.subject_id = f.subject_id and coalesce(n.episode, f.episode) = f.episode
             where f.rule_id = :rule and f.present
               and not exists (select from verdict_now v where v.subject_id = f.subject_id and v.episode = f.episode)
             order by f.id, n.reason
            """;

    private static final String TELL_BLIND = """
            insert into supervision.finding_event (finding_id, at, step, from_state, to_state, details)
            select f.id, :moment, 'NOT_JUDGED', f.state, f.state, jsonb_build_object('reason', b.reason)
              from blind b
              join supervision.finding f on f.id = b.finding_id
             where f.state not in ('CLOSED', 'DISMISSED')
               and coalesce((select e.step from supervision.finding_event e where e.finding_id = f.id order by e.id desc limit 1), '') <> 'NOT_JUDGED'
            """;

    private static final String MEND = """
            with gone as (
                select f.id, f.state
                  from supervision.finding f
                 where f.rule_id = :rule and f.present and :mine
                   and not exists (select from verdict_now v where v.subject_id = f.subject_id and v.episode = f.episode)
                   and not exists (select from blind b where b.finding_id = f.id)),
            settled as (
                update supervision.finding f
                   set present = false,
                       version = case when g.state in ('CLOSED', 'DISMISSED') then f.version else f.version + 1 end,
                       state = case when g.state in ('CLOSED', 'DISMISSED') then f.state else 'MENDED' end,
                       mended_on = case when g.state in ('CLOSED', 'DISMISSED') then f.mended_on else :as_of end
                  from gone g
                 where f.id = g.id
                returning f.id, g.state as from_state, f.state as to_state)
            insert into supervision.finding_event (finding_id, at, step, from_state, to_state)
            select id, :moment, 'MENDED', from_state, to_state from settled where to_state = 'MENDED'
            """;

    /** A day that is over was judged in its last minute. */
    private static final String MOMENT =
            "least(now(), (:as_of + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 minute')";

    private final Connection connection;
    private final Rule rule;
    private final LocalDate asOf;

    Settlement(Connection connection, Rule rule, LocalDate asOf) {
        this.connection = connection;
        this.rule = rule;
        this.asOf = asOf;
    }

    /** @param mine SQL over finding f: those the question was asked about */
    Verdict settle(String mine) throws SQLException {
        var found = execute(VERDICT);
        if (found >= MANY) {
            execute(ANALYZE);
        }
        var known = execute(KNOWN);
        var added = 0;
        var changed = 0;
        var reopened = 0;
        var mended = 0;
        // most rules find most days what they found the day before
        if (count(NEWS) > 0) {
            execute(FRESH);
            added = execute(ADD);
            changed = execute(RENEW.formatted("FACTS_CHANGED"));
            reopened = execute(RENEW.formatted("FOUND_AGAIN"));
        }
        if (known > 0) {
            execute(SEE_AGAIN);
        }
        if (count(GONE) > 0) {
            execute(BLIND);
            execute(TELL_BLIND);
            mended = execute(MEND.replace(":mine", mine));
        }
        OnTheWay.empty(connection, "verdict_now", found);
        OnTheWay.empty(connection, "known_before", known);
        return new Verdict(found, added, changed, reopened, mended);
    }

    private int execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(filled(sql));
        }
    }

    private int count(String rows) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(filled("select count(*) from " + rows))) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Everything comes from the rule's files and the clock; quoted all the same. */
    private String filled(String sql) {
        return sql.replace(":moment", MOMENT)
                .replace(":running", array(rule.question().running()))
                .replace(":parameters", array(rule.grounds().parameters()))
                .replace(":severity", text(rule.heading().severity().name()))
                .replace(":subject", text(rule.heading().subject()))
                .replace(":due_days", Integer.toString(rule.telling().dueDays()))
                .replace(":rule", text(rule.id()))
                .replace(":hash", text(rule.question().hash()))
                .replace(
                        ":unit",
                        rule.heading().unit() == null
                                ? "null"
                                : text(rule.heading().unit()))
                .replace(":as_of", "date '" + asOf + "'");
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String array(Iterable<String> values) {
        return "array["
                + String.join(
                        ", ",
                        StreamSupport.stream(values.spliterator(), false)
                                .map(Settlement::text)
                                .toList())
                + "]::text[]";
    }
}

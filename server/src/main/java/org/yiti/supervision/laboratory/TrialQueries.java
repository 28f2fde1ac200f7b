package org.yiti.supervision.laboratory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.supervision.laboratory.TrialView.Item;
import org.yiti.supervision.laboratory.TrialView.RuleName;
import org.yiti.supervision.laboratory.TrialView.Unit;

/** Trials, and what each came to within one's scope. */
@Component
class TrialQueries {

    private static final int MOST = 200;

    /** Hits that whoever asks may see, each with the days around it on which it was found as well. */
    private static final String MINE = """
            with mine as (
                select h.*, lag(h.day) over run as before, lead(h.day) over run as after
                  from supervision.trial_hit h
                 where h.trial_id = :trial and (:everything or h.institution_id = any(:institutions))
                window run as (partition by h.side, h.subject_id, h.episode order by h.day)),
            day as (
                select d.*, lag(d.day) over (partition by d.side order by d.day) as earlier
                  from supervision.trial_day d where d.trial_id = :trial)
            """;

    private static final String DAYS = MINE + """
            select d.day, d.side, count(m.subject_id) as found, count(distinct m.institution_id) as units,
                   case when d.earlier is not null then count(m.subject_id) filter (where m.before is distinct from d.earlier) end as added,
                   case when d.earlier is not null then
                        (select count(*) from mine g where g.side = d.side and g.day = d.earlier and g.after is distinct from d.day) end as gone,
                   d.ms, d.entered, d.altered, d.error
              from day d
              left join mine m on m.side = d.side and m.day = d.day
             group by d.day, d.side, d.earlier, d.ms, d.entered, d.altered, d.error
             order by d.day, d.side desc
            """;

    private static final String OVERLAPS = MINE + """
            select r.id, r.title_zh, r.title_en, r.subject_kind, count(distinct f.subject_id) as subjects
              from (select distinct subject_id from mine where day = (select max(day) from day)) s
              join supervision.finding f on f.subject_id = s.subject_id and f.present and f.rule_id <> :rule
              join supervision.rule r on r.id = f.rule_id
             where :everything or f.institution_id = any(:institutions)
             group by r.id
             order by subjects desc, r.id
             limit 20
            """;

    /** Closed, or ordered to be mended, was confirmed; what the facts mended by themselves nobody decided. */
    private static final String DECIDED = MINE + """
            select s.side, count(*) filter (where f.state in ('RECTIFYING', 'REVIEWING', 'CLOSED')) as confirmed,
                   count(*) filter (where f.state = 'DISMISSED') as dismissed,
                   count(*) filter (where f.state in ('NEW', 'VERIFYING', 'EXPLAINING', 'MENDED')) as undecided,
                   count(*) filter (where f.id is null) as never
              from (select distinct side, subject_id, episode from mine) s
              left join supervision.finding f on f.rule_id = :rule and f.subject_id = s.subject_id and f.episode = s.episode
             group by s.side
             order by s.side desc
            """;

    /** Which facts a question names, and how they tell of a past day. */
    private static final String FACTS = """
            select c.relname as relation, obj_description(c.oid, 'pg_class') as comment,
                   case when bool_or(a.atttypid = 'daterange'::regtype) then 'SPANS'
                        when bool_or(a.atttypid = any (array['date', 'timestamp', 'timestamptz']::regtype[])) then 'DAYS'
                        else 'NOW' end as how
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              join supervision.rule_version v on v.rule_id = :rule and v.hash = :hash
             where c.relnamespace = 'facts'::regnamespace and c.relkind = 'v'
               and c.relname = any (regexp_split_to_array(regexp_replace(v.find_sql, '--[^\\n]*', '', 'g'), '\\W+'))
               and not exists (select from law.parameter p where p.relation = c.relname)
             group by c.oid, c.relname
             order by how desc, relation
            """;

    private final JdbcClient database;
    private final Trials trials;
    private final Scope scope;

    TrialQueries(JdbcClient database, Trials trials, Scope scope) {
        this.database = database;
        this.trials = trials;
        this.scope = scope;
    }

    List<Item> list(@Nullable String rule) {
        var names = names();
        return trials.list(rule, MOST).stream().map(trial -> item(trial, names)).toList();
    }

    TrialView.Whole whole(UUID id) {
        var trial = trials.get(id);
        return new TrialView.Whole(
                item(trial, names()),
                within(DAYS, trial).query(TrialView.Day.class).list(),
                database.sql(FACTS)
                        .param("rule", trial.wish().rule())
                        .param("hash", trial.wish().hash())
                        .query(TrialView.Fact.class)
                        .list(),
                within(OVERLAPS, trial)
                        .param("rule", trial.wish().rule())
                        .query((row, n) -> new TrialView.Overlap(
                                new RuleName(
                                        row.getString("id"),
                                        new Label(row.getString("title_zh"), row.getString("title_en")),
                                        row.getString("subject_kind")),
                                row.getLong("subjects")))
                        .list(),
                within(DECIDED, trial)
                        .param("rule", trial.wish().rule())
                        .query(TrialView.Decided.class)
                        .list());
    }

    Item item(Trial trial) {
        return item(trial, names());
    }

    private JdbcClient.StatementSpec within(String sql, Trial trial) {
        var institutions = scope.institutions();
        return database.sql(sql)
                .param("trial", trial.id())
                .param("everything", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new));
    }

    private Map<String, RuleName> names() {
        var names = new HashMap<String, RuleName>();
        database.sql("select id, title_zh, title_en, subject_kind from supervision.rule")
                .query(row -> {
                    names.put(
                            row.getString("id"),
                            new RuleName(
                                    row.getString("id"),
                                    new Label(row.getString("title_zh"), row.getString("title_en")),
                                    row.getString("subject_kind")));
                });
        return names;
    }

    private Item item(Trial trial, Map<String, RuleName> names) {
        return new Item(
                trial.id(),
                Objects.requireNonNull(names.get(trial.wish().rule())),
                trial.wish(),
                trial.wish().institution() == null ? null : unit(trial.wish().institution()),
                trial.days().size(),
                trial.standing(),
                trial.course());
    }

    private Unit unit(UUID id) {
        return database.sql("select id, name from organization.institution where id = :id")
                .param("id", id)
                .query(Unit.class)
                .optional()
                .orElseGet(() -> new Unit(id, "—"));
    }
}

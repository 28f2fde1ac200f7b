package org.yiti.supervision.laboratory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Sight;
import org.yiti.supervision.laboratory.TrialView.Unit;

/** What a trial found on one of its days: whose, and what; names of people as their ledgers show them. */
@Component
class TrialHits {

    private static final int MOST = 200;

    /** @param change ADDED only by the other side, REMOVED only as it stands, SAME by both; null for all */
    enum Change {
        ADDED,
        REMOVED,
        SAME
    }

    private static final String PAIRED = """
            with hit as (
                select h.* from supervision.trial_hit h
                 where h.trial_id = :trial and h.day = :day and (:everything or h.institution_id = any(:institutions))),
            paired as (
                select coalesce(p.subject_id, o.subject_id) as subject_id, coalesce(p.episode, o.episode) as episode,
                       coalesce(p.institution_id, o.institution_id) as institution_id, coalesce(p.subject_title, o.subject_title) as title,
                       coalesce(p.actual, o.actual) as actual, p.limit_value, o.limit_value as other_limit,
                       p.trial_id is not null as present, o.trial_id is not null as other
                  from (select * from hit where side = 'PRESENT') p
                  full join (select * from hit where side = 'OTHER') o on o.subject_id = p.subject_id and o.episode = p.episode)
            """;

    private final JdbcClient database;
    private final Scope scope;
    private final Ledgers ledgers;
    private final Masking masking;

    TrialHits(JdbcClient database, Scope scope, Ledgers ledgers, Masking masking) {
        this.database = database;
        this.scope = scope;
        this.ledgers = ledgers;
        this.masking = masking;
    }

    List<TrialView.UnitCount> units(UUID trial, LocalDate day) {
        return within(PAIRED + """
                        select i.id, coalesce(i.name, '—') as name, count(*) filter (where present) as present, count(*) filter (where other) as other
                          from paired left join organization.institution i on i.id = paired.institution_id
                         group by i.id, i.name
                         order by greatest(count(*) filter (where present), count(*) filter (where other)) desc, name
                         limit :most
                        """, trial, day)
                .param("most", MOST)
                .query((row, n) -> new TrialView.UnitCount(
                        new Unit(row.getObject("id", UUID.class), row.getString("name")),
                        row.getLong("present"),
                        row.getLong("other")))
                .list();
    }

    TrialView.Subjects subjects(TrialView.RuleName rule, UUID trial, LocalDate day, @Nullable Change change) {
        var wanted =
                " where case :change when 'ADDED' then other and not present when 'REMOVED' then present and not other"
                        + " when 'SAME' then present and other else true end";
        var sight = masking.sight();
        var found = within(
                        PAIRED + """
                        select paired.*, coalesce(i.name, '—') as name
                          from paired left join organization.institution i on i.id = paired.institution_id
                        """ + wanted
                                + " order by present and other, actual - coalesce(limit_value, other_limit) desc nulls last, title, subject_id, episode limit :most",
                        trial,
                        day)
                .param("change", change == null ? "" : change.name())
                .param("most", MOST)
                .query((row, n) -> subject(row, rule.subject(), sight))
                .list();
        var total = within(PAIRED + "select count(*) from paired" + wanted, trial, day)
                .param("change", change == null ? "" : change.name())
                .query(Long.class)
                .single();
        return new TrialView.Subjects(rule.subject(), found, total);
    }

    private JdbcClient.StatementSpec within(String sql, UUID trial, LocalDate day) {
        var institutions = scope.institutions();
        return database.sql(sql)
                .params(Map.of("trial", trial, "day", day, "everything", institutions == null))
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new));
    }

    private TrialView.Subject subject(ResultSet row, String kind, Sight sight) throws SQLException {
        var id = row.getObject("subject_id", UUID.class);
        var institution = row.getObject("institution_id", UUID.class);
        return new TrialView.Subject(
                id,
                title(kind, id, institution, row.getString("title"), sight),
                new Unit(institution, row.getString("name")),
                row.getString("episode"),
                row.getBigDecimal("actual"),
                row.getBigDecimal("limit_value"),
                row.getBigDecimal("other_limit"),
                row.getBoolean("present"),
                row.getBoolean("other"));
    }

    private @Nullable String title(String kind, UUID id, UUID institution, @Nullable String title, Sight sight) {
        if (title == null) {
            return null;
        }
        return ledgers.findByKind(kind)
                .map(ledger -> ledger.caption().stream()
                        .map(ledger::column)
                        .filter((Column column) -> column.grading().guarded())
                        .findFirst()
                        .map(column -> String.valueOf(sight.at(institution)
                                .seen(Place.of(ledger, id, institution, column), column.grading(), title)))
                        .orElse(title))
                .orElse(title);
    }
}

package org.yiti.supervision.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Sight;
import org.yiti.supervision.figures.FigureView.Contest;
import org.yiti.supervision.figures.FigureView.Institution;
import org.yiti.supervision.figures.FigureView.Profile;
import org.yiti.supervision.figures.FigureView.Ranked;
import org.yiti.supervision.figures.FigureView.Score;
import org.yiti.supervision.figures.FigureView.Standing;

/** How risky a unit is, in six dimensions, down to the figures they are the mean of. */
@Component
class RiskQueries {

    private static final String ALL = "ALL";

    private final JdbcClient database;
    private final Scope scope;
    private final Masking masking;
    private final FigureQueries figures;
    private final Dictionary dictionary;

    RiskQueries(JdbcClient database, Scope scope, Masking masking, FigureQueries figures, Dictionary dictionary) {
        this.database = database;
        this.scope = scope;
        this.masking = masking;
        this.figures = figures;
        this.dictionary = dictionary;
    }

    private record Row(
            UUID id, String name, @Nullable String division, String dimension, BigDecimal score, int figures) {}

    /** Units in one's part of the tree, the riskiest first. */
    @Transactional(readOnly = true)
    public List<Ranked> ranking(@Nullable UUID institution) {
        return ranked(institution == null ? scope.institutions() : scope.subtree(institution));
    }

    private List<Ranked> ranked(@Nullable Set<UUID> within) {
        var rows = database.sql("""
                        select i.id, i.name, d.name as division, r.dimension, r.score, r.figures
                          from supervision.risk r
                          join supervision.risk whole on whole.institution_id = r.institution_id and whole.dimension = 'ALL'
                          join organization.institution i on i.id = r.institution_id
                          left join organization.division d on d.id = i.division_id
                         where :all or r.institution_id = any (:within)
                         order by whole.score desc, i.name, i.id, r.dimension
                         limit 7000
                        """)
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .query(Row.class)
                .list();
        return rows.stream()
                .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(RiskQueries::ranked)
                .toList();
    }

    private static Ranked ranked(List<Row> rows) {
        var first = rows.get(0);
        var all = rows.stream()
                .filter(row -> row.dimension().equals(ALL))
                .map(Row::score)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        var scores = rows.stream()
                .filter(row -> !row.dimension().equals(ALL))
                .map(row -> new Score(Dictionary.dimension(row.dimension()), row.score(), row.figures()))
                .toList();
        return new Ranked(new Institution(first.id(), first.name()), first.division(), all, scores);
    }

    /** One unit, with every figure it is judged by and what it has said against them. */
    @Transactional(readOnly = true)
    public Profile profile(UUID institution) {
        scope.subtree(institution);
        var contests = contests(institution);
        var sight = masking.sight();
        var standings = database
                .sql(
                        FigureQueries.SELECT
                                + " where f.institution_id = :id and f.subject_kind = 'institution' order by f.standing desc nulls last, f.metric")
                .param("id", institution)
                .query((row, n) -> standing(row, contests, sight))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return new Profile(
                ranked(Set.of(institution)).stream().findFirst().orElseGet(() -> blank(institution)),
                standings,
                scope.contains(Permission.RECTIFY, institution),
                scope.contains(Permission.VERIFY, institution));
    }

    private Optional<Standing> standing(ResultSet row, Map<String, Contest> contests, Sight sight) throws SQLException {
        var metric = dictionary.find(row.getString("metric")).orElse(null);
        return metric == null
                ? Optional.empty()
                : Optional.of(new Standing(
                        Dictionary.definition(metric),
                        Dictionary.like(metric, row.getString("peers")),
                        row.getInt("n"),
                        FigureQueries.spread(row),
                        figures.figure(row, sight),
                        contests.get(metric.id())));
    }

    private Ranked blank(UUID institution) {
        var name = database.sql("select name from organization.institution where id = :id")
                .param("id", institution)
                .query(String.class)
                .single();
        return new Ranked(new Institution(institution, name), null, BigDecimal.ZERO, List.of());
    }

    /** The latest of each figure. */
    private Map<String, Contest> contests(UUID institution) {
        var latest = new HashMap<String, Contest>();
        database.sql("select * from supervision.contest where institution_id = :id order by contested_at")
                .param("id", institution)
                .query((row, n) -> {
                    masking.told(
                            new Place("supervision.contest", row.getObject("id", UUID.class), institution, "reason"));
                    return new Contest(
                            row.getObject("id", UUID.class),
                            row.getString("metric"),
                            row.getBigDecimal("value"),
                            row.getString("reason"),
                            row.getString("contested_by"),
                            row.getObject("contested_at", OffsetDateTime.class),
                            row.getObject("upheld", Boolean.class),
                            row.getString("answer"),
                            row.getString("answered_by"),
                            row.getObject("answered_at", OffsetDateTime.class));
                })
                .list()
                .forEach(contest -> latest.put(contest.metric(), contest));
        return latest;
    }
}

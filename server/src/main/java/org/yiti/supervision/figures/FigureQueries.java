package org.yiti.supervision.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.law.Metric;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Sight;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.figures.FigureView.Comparison;
import org.yiti.supervision.figures.FigureView.Figure;
import org.yiti.supervision.figures.FigureView.Institution;
import org.yiti.supervision.figures.FigureView.Peers;
import org.yiti.supervision.figures.FigureView.Spread;
import org.yiti.supervision.suspicion.SeenTitles;

/** One figure of all whom one sees, each among all of its like. */
@Component
class FigureQueries {

    static final String SELECT = """
            select f.*, i.name as institution_name, g.n, g.p05, g.q1, g.median, g.q3, g.p95, g.mad
              from supervision.figure f
              join supervision.peer_group g on g.metric = f.metric and g.peers = f.peers
              join organization.institution i on i.id = f.institution_id
            """;

    private final JdbcClient database;
    private final Scope scope;
    private final Masking masking;
    private final SeenTitles titles;
    private final Dictionary dictionary;

    FigureQueries(JdbcClient database, Scope scope, Masking masking, SeenTitles titles, Dictionary dictionary) {
        this.database = database;
        this.scope = scope;
        this.masking = masking;
        this.titles = titles;
        this.dictionary = dictionary;
    }

    private record Done(LocalDate asOf, OffsetDateTime finishedAt, int ms) {}

    private record Row(String peers, int n, Spread spread, Figure figure) {}

    FigureView.Dictionary dictionary() {
        var done = database.sql("select as_of, finished_at, ms from supervision.scoring where made = 'figures'")
                .query(Done.class)
                .optional();
        return new FigureView.Dictionary(
                done.map(Done::asOf).orElse(null),
                done.map(one -> one.finishedAt().withOffsetSameInstant(ZoneOffset.ofHours(8)))
                        .orElse(null),
                done.map(Done::ms).orElse(null),
                dictionary.all());
    }

    /** Largest groups first; in each, those that stand highest. */
    @Transactional(readOnly = true)
    public Comparison compare(@Nullable String metric, @Nullable UUID institution) {
        var wanted = metric(metric);
        var within = institution == null ? scope.institutions() : scope.subtree(institution);
        var sight = masking.sight();
        var rows = database.sql(SELECT + """
                         where f.metric = :metric and (:all or f.institution_id = any (:within))
                         order by g.n desc, f.peers, f.value desc, f.title, f.subject_id
                         limit 2000
                        """)
                .param("metric", wanted.id())
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .query((row, n) -> new Row(row.getString("peers"), row.getInt("n"), spread(row), figure(row, sight)))
                .list();
        var groups = new LinkedHashMap<String, Peers>();
        rows.forEach(row -> groups.computeIfAbsent(
                        row.peers(),
                        peers -> new Peers(Dictionary.like(wanted, peers), row.n(), row.spread(), new ArrayList<>()))
                .figures()
                .add(row.figure()));
        return new Comparison(Dictionary.definition(wanted), List.copyOf(groups.values()));
    }

    private Metric metric(@Nullable String id) {
        return dictionary
                .find(id == null ? "fleet.cost-per-100-km" : id)
                .orElseThrow(() -> new Refused(SupervisionRefusal.FIGURE_UNKNOWN));
    }

    Figure figure(ResultSet row, Sight sight) throws SQLException {
        var subject = row.getObject("subject_id", UUID.class);
        var institution = row.getObject("institution_id", UUID.class);
        return new Figure(
                subject,
                titles.seen(sight, row.getString("subject_kind"), subject, institution, row.getString("title")),
                new Institution(institution, row.getString("institution_name")),
                row.getBigDecimal("top"),
                row.getBigDecimal("bottom"),
                row.getBigDecimal("value"),
                row.getBigDecimal("standing"),
                row.getBigDecimal("z"));
    }

    static Spread spread(ResultSet row) throws SQLException {
        return new Spread(
                row.getBigDecimal("p05"),
                row.getBigDecimal("q1"),
                row.getBigDecimal("median"),
                row.getBigDecimal("q3"),
                row.getBigDecimal("p95"),
                row.getBigDecimal("mad"));
    }
}

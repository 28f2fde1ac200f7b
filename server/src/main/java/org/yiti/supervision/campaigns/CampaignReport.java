package org.yiti.supervision.campaigns;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.kernel.Label;
import org.yiti.kernel.Sha256;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.supervision.campaigns.plan.Shown;
import org.yiti.supervision.campaigns.visits.VisitLines;
import org.yiti.supervision.campaigns.visits.VisitView;
import tools.jackson.databind.json.JsonMapper;

/** What came of a campaign: scores among their like, what failed where, and the hash of all of it. */
@Component
class CampaignReport {

    /** Few are too few to speak of a spread: then it has only a middle. */
    record Spread(
            @Nullable Label stratum,
            int visits,
            @Nullable BigDecimal least,
            @Nullable BigDecimal q1,
            @Nullable BigDecimal median,
            @Nullable BigDecimal q3,
            @Nullable BigDecimal most) {}

    record ItemCount(
            String code, Label title, String clause, int passed, int failed, int notApplicable, int inLedgers) {}

    record Failure(
            UUID visit,
            String institution,
            Label title,
            String clause,
            @Nullable BigDecimal number,
            @Nullable BigDecimal limit,
            @Nullable String unit,
            @Nullable String note,
            int photos,
            boolean inLedgers) {}

    /** @param digest of what is here, as it is now */
    record Report(
            CampaignView.Whole campaign,
            List<VisitView.Line> lines,
            List<Spread> spreads,
            List<ItemCount> items,
            List<Failure> failures,
            String digest) {}

    private static final String SPREADS = """
            select stratum, count(*) as visits, min(score) as least, max(score) as most,
                   percentile_cont(array[0.25, 0.5, 0.75]) within group (order by score) as q
              from supervision.visit where campaign_id = :id and state = 'DONE' and score is not null
             group by grouping sets ((), (stratum)) having count(*) > 0 order by stratum nulls first
            """;

    private static final String ITEMS = """
            select a.item, min(a.title_zh) as zh, min(a.title_en) as en, min(a.clause) as clause,
                   count(*) filter (where result in ('PASS', 'NOTED')) as passed, count(*) filter (where result = 'FAIL') as failed,
                   count(*) filter (where result = 'NOT_APPLICABLE') as not_applicable, count(a.in_ledgers) as in_ledgers
              from supervision.visit_answer a join supervision.visit v on v.id = a.visit_id
             where v.campaign_id = :id and v.state = 'DONE' and not a.replaced group by a.item order by failed desc, a.item
            """;

    private static final String FAILURES = """
            select v.id, v.institution_id, i.name, a.title_zh, a.title_en, a.clause, a.number, a.limit_value, a.unit, coalesce(a.note, a.text) as note,
                   cardinality(a.photos) as photos, a.in_ledgers is not null as in_ledgers
              from supervision.visit_answer a join supervision.visit v on v.id = a.visit_id join organization.institution i on i.id = v.institution_id
             where v.campaign_id = :id and v.state = 'DONE' and not a.replaced and a.result = 'FAIL' order by i.name, v.id, a.item
            """;

    private final JdbcClient database;
    private final CampaignQueries campaigns;
    private final JsonMapper json;
    private final Masking masking;
    private final VisitLines visits;

    CampaignReport(
            JdbcClient database, CampaignQueries campaigns, JsonMapper json, Masking masking, VisitLines visits) {
        this.visits = visits;
        this.masking = masking;
        this.database = database;
        this.campaigns = campaigns;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Report of(UUID id) {
        var whole = campaigns.get(id);
        var lines = visits.of(
                "v.campaign_id = :id and v.state = 'DONE' order by v.score desc nulls last, i.name, v.id", id);
        var spreads = spreads(id);
        var items = items(id);
        var failures = failures(id);
        return new Report(whole, lines, spreads, items, failures, digest(lines, items, failures));
    }

    /** Over what was found, not over what units and kinds are called: who is renamed changes neither order nor words. */
    private String digest(List<VisitView.Line> lines, List<ItemCount> items, List<Failure> failures) {
        var told = json.writeValueAsString(List.of(
                lines.stream()
                        .map(line -> List.of(line.id(), String.valueOf(line.score()), line.failed()))
                        .sorted(comparing(Object::toString))
                        .toList(),
                items.stream()
                        .map(item -> List.of(
                                item.code(), item.passed(), item.failed(), item.notApplicable(), item.inLedgers()))
                        .sorted(comparing(Object::toString))
                        .toList(),
                failures.stream()
                        .map(one -> List.of(one.visit(), one.title().zh(), String.valueOf(one.number())))
                        .sorted(comparing(Object::toString))
                        .toList()));
        return Sha256.hex(told.getBytes(StandardCharsets.UTF_8));
    }

    private List<Spread> spreads(UUID id) {
        return database.sql(SPREADS)
                .param("id", id)
                .query((row, n) -> {
                    var q = (Double[]) row.getArray("q").getArray();
                    var few = row.getInt("visits") < 5;
                    return new Spread(
                            row.getString("stratum") == null ? null : Shown.kind(row.getString("stratum")),
                            row.getInt("visits"),
                            row.getBigDecimal("least"),
                            few ? null : rounded(q[0]),
                            rounded(q[1]),
                            few ? null : rounded(q[2]),
                            row.getBigDecimal("most"));
                })
                .list();
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(Math.round(value * 10), 1);
    }

    private List<ItemCount> items(UUID id) {
        return database.sql(ITEMS)
                .param("id", id)
                .query((row, n) -> new ItemCount(
                        row.getString("item"),
                        new Label(row.getString("zh"), row.getString("en")),
                        row.getString("clause"),
                        row.getInt("passed"),
                        row.getInt("failed"),
                        row.getInt("not_applicable"),
                        row.getInt("in_ledgers")))
                .list();
    }

    private List<Failure> failures(UUID id) {
        return database.sql(FAILURES)
                .param("id", id)
                .query((row, n) -> {
                    if (row.getString("note") != null) {
                        masking.told(new Place(
                                "supervision.visit_answer",
                                row.getObject("id", UUID.class),
                                row.getObject("institution_id", UUID.class),
                                "note"));
                    }
                    return new Failure(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            new Label(row.getString("title_zh"), row.getString("title_en")),
                            row.getString("clause"),
                            row.getBigDecimal("number"),
                            row.getBigDecimal("limit_value"),
                            row.getString("unit"),
                            row.getString("note"),
                            row.getInt("photos"),
                            row.getBoolean("in_ledgers"));
                })
                .list();
    }
}

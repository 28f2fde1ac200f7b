package org.yiti.supervision.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;
import org.yiti.ledger.LifeLineEntry;
import org.yiti.ledger.LinkedPapers;
import org.yiti.safeguard.Sight;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One finding with its clause, numbers, evidence, history, and what may be done with it now. */
@Component
class FindingPage {

    private static final Map<String, Label> JUDGED = Map.of(
            "FOUND", new Label("发现", "Found"),
            "FACTS_CHANGED", new Label("事实有变", "The facts changed"),
            "NOT_JUDGED", new Label("缺少数据，无法复查", "Cannot be judged for want of data"),
            "MENDED", new Label("事实已改，自动消除", "The facts are mended"),
            "FOUND_AGAIN", new Label("再次发现", "Found again"),
            "INTO_CASE", new Label("列入案件", "Taken into a case"));

    private static final Map<String, Label> PAPERS = Map.of(
            "PAPER_ADDED", new Label("添加文书", "A paper was added"),
            "PAPER_REMOVED", new Label("移除文书", "A paper was removed"));

    private final JdbcClient database;
    private final FindingQueries findings;
    private final JsonMapper json;
    private final StepsOfFinding possible;
    private final LinkedPapers papers;
    private final FindingEyes eyes;
    private final RelatedFindings related;

    FindingPage(
            JdbcClient database,
            FindingQueries findings,
            JsonMapper json,
            StepsOfFinding possible,
            LinkedPapers papers,
            FindingEyes eyes,
            RelatedFindings related) {
        this.eyes = eyes;
        this.related = related;
        this.database = database;
        this.findings = findings;
        this.json = json;
        this.possible = possible;
        this.papers = papers;
    }

    private record EvidenceColumn(
            String name,
            String zh,
            String en,
            @Nullable String unit,
            @Nullable String codes,
            @Nullable String guard) {}

    private record Kept(String basis, String parameters, String columns, String evidence, Label remedy, String facts) {}

    @Transactional(readOnly = true)
    public FindingView.Whole get(UUID id, Locale locale) {
        return get(id, locale, eyes.own());
    }

    /** @param sight what of it is seen: less than whoever asks would see, where it leaves in a file */
    @Transactional(readOnly = true)
    public FindingView.Whole get(UUID id, Locale locale, Sight sight) {
        var item = findings.get(id, locale, sight);
        var kept = database.sql("""
                        select r.basis, r.evidence as columns, f.evidence, r.remedy_zh, r.remedy_en, f.facts,
                               (select coalesce(jsonb_agg(used || jsonb_strip_nulls(jsonb_build_object(
                                           'regionName', d.name, 'codes', p.codes,
                                           'title', jsonb_build_object('zh', p.title_zh, 'en', p.title_en))) order by n), '[]')
                                  from jsonb_array_elements(f.parameters) with ordinality x (used, n)
                                  left join law.parameter p on p.id = used ->> 'parameter'
                                  left join organization.division d on d.code = used ->> 'region') as parameters
                          from supervision.finding f join supervision.rule r on r.id = f.rule_id where f.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new Kept(
                        row.getString("basis"),
                        row.getString("parameters"),
                        row.getString("columns"),
                        row.getString("evidence"),
                        new Label(row.getString("remedy_zh"), row.getString("remedy_en")),
                        row.getString("facts")))
                .single();
        var looking = FindingEyes.Looking.at(sight, item);
        var history = history(item, sight);
        history.forEach(event -> eyes.told(looking, event));
        var inCase = possible.inCase(id);
        return new FindingView.Whole(
                item,
                inCase,
                related.of(id),
                possible.mayOpenCase(item, inCase),
                FindingQueries.summary(
                        kept.remedy().in(locale),
                        eyes.facts(looking, json.readTree(kept.facts()), kept.columns()),
                        locale),
                list(kept.basis()),
                WordedParameters.of(list(kept.parameters())),
                evidence(kept, looking, locale),
                history,
                possible.of(item, inCase),
                possible.leftToOthers(item, inCase));
    }

    private List<Map<String, Object>> list(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }

    private FindingView.Evidence evidence(Kept kept, FindingEyes.Looking looking, Locale locale) {
        List<EvidenceColumn> columns = json.readValue(kept.columns(), new TypeReference<>() {});
        List<Map<String, @Nullable Object>> rows = json.readValue(kept.evidence(), new TypeReference<>() {});
        eyes.mask(looking, rows, kept.columns());
        for (var column : columns) {
            var codes = column.codes();
            if (codes != null) {
                rows.forEach(row -> row.computeIfPresent(
                        column.name(), (name, code) -> FindingQueries.word(codes, code.toString(), locale)));
            }
        }
        return new FindingView.Evidence(
                columns.stream()
                        .map(c -> new FindingView.Column(c.name(), new Label(c.zh(), c.en()), c.unit()))
                        .toList(),
                rows);
    }

    /**
     * Its steps, and between them the papers that came and went.
     *
     * @param sight aside where what the facts were is not handed out
     */
    List<FindingView.Event> history(FindingView.Item item, Sight sight) {
        var looking = FindingEyes.Looking.at(sight, item);
        return Stream.concat(
                        steps(looking).stream(),
                        papers.events(item.id()).stream().map(FindingPage::event))
                .sorted(Comparator.comparing(FindingView.Event::at).reversed())
                .toList();
    }

    private static FindingView.Event event(LifeLineEntry entry) {
        var actor = entry.actor();
        return new FindingView.Event(
                entry.at(),
                actor == null ? null : new FindingView.Person(actor.account(), actor.name()),
                entry.action(),
                PAPERS.getOrDefault(entry.action(), new Label(entry.action(), entry.action())),
                null,
                null,
                entry.note(),
                null,
                null,
                null,
                entry.paper());
    }

    private List<FindingView.Event> steps(FindingEyes.Looking looking) {
        return database.sql("""
                        select e.at, e.actor, a.name as actor_name, e.step, e.from_state, e.to_state, e.note, e.due_on, e.assignee,
                               b.name as assignee_name, e.details, r.evidence as evidence_columns
                          from supervision.finding_event e
                          left join identity.account a on a.account = e.actor
                          left join identity.account b on b.account = e.assignee
                          join supervision.finding f on f.id = e.finding_id
                          join supervision.rule r on r.id = f.rule_id
                         where e.finding_id = :id order by e.id desc
                        """)
                .param("id", looking.finding())
                .query((row, n) -> event(row, looking))
                .list();
    }

    private FindingView.Event event(ResultSet row, FindingEyes.Looking looking) throws SQLException {
        var from = row.getString("from_state");
        var due = row.getString("due_on");
        var details = details(row.getString("details"), row.getString("evidence_columns"), looking);
        return new FindingView.Event(
                row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8)),
                person(row.getString("actor"), row.getString("actor_name")),
                row.getString("step"),
                stepName(row.getString("step")),
                from == null ? null : State.valueOf(from),
                State.valueOf(row.getString("to_state")),
                row.getString("note"),
                due == null ? null : LocalDate.parse(due),
                person(row.getString("assignee"), row.getString("assignee_name")),
                details,
                null);
    }

    private @Nullable Map<String, Object> details(@Nullable String text, String columns, FindingEyes.Looking looking) {
        if (text == null) {
            return null;
        }
        var details = json.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
        details.computeIfPresent(
                "reason",
                (name, reason) -> CodeTables.get("unjudged-reason")
                        .find(reason.toString())
                        .<Object>map(Code::label)
                        .orElse(reason));
        eyes.maskWithin(looking, details, columns);
        return details;
    }

    static Label stepName(String step) {
        var judged = JUDGED.get(step);
        return judged != null ? judged : Step.valueOf(step).label();
    }

    private static FindingView.@Nullable Person person(@Nullable String account, @Nullable String name) {
        return account == null ? null : new FindingView.Person(account, name == null ? account : name);
    }
}

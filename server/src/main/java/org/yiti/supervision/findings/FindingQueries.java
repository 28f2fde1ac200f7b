package org.yiti.supervision.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.Explanation;
import org.yiti.law.Severity;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Sight;
import org.yiti.supervision.SupervisionRefusal;
import tools.jackson.databind.json.JsonMapper;

/** Lists of findings, each explained in a sentence. */
@Component
class FindingQueries {

    private static final int COUNTED = 10_000;
    static final String FROM = """
             from supervision.finding f
             join supervision.rule r on r.id = f.rule_id
             left join organization.institution i on i.id = f.institution_id
             left join identity.account a on a.account = f.assignee
            """;
    static final String SELECT = """
            select f.*, r.code, r.module, r.title_zh, r.title_en, r.explain_zh, r.explain_en, i.name as institution_name,
                   a.name as assignee_name, r.evidence as evidence_columns
            """;

    private final NamedParameterJdbcTemplate database;
    private final DataSource source;
    private final JsonMapper json;
    private final Scope scope;
    private final Clock clock;
    private final FindingEyes eyes;

    FindingQueries(
            NamedParameterJdbcTemplate database,
            DataSource source,
            JsonMapper json,
            Scope scope,
            Clock clock,
            FindingEyes eyes) {
        this.eyes = eyes;
        this.database = database;
        this.source = source;
        this.json = json;
        this.scope = scope;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    FindingFilter filter(MultiValueMap<String, String> parameters, @Nullable UUID institution) {
        return new FindingFilter()
                .within(institution == null ? scope.institutions() : scope.subtree(institution))
                .own(parameters, institution)
                .where(parameters, today(), scope.account().account(), eyes.hiddenSubjects());
    }

    @Transactional(readOnly = true)
    public FindingView.Page page(
            MultiValueMap<String, String> parameters,
            @Nullable UUID institution,
            @Nullable String sort,
            @Nullable String after,
            int limit,
            Locale locale) {
        var total = count(filter(parameters, institution), COUNTED + 1);
        var filter = filter(parameters, institution);
        var order = FindingOrder.of(sort);
        order.continueAfter(filter, after);
        var seeing = eyes.own();
        var found = new ArrayList<>(database.query(
                pageSql(filter, order, total, limit + 1),
                filter.bound(),
                (row, n) -> new Placed(order.place(row), item(row, locale, n < limit ? seeing : seeing.aside()))));
        var next = found.size() > limit ? found.get(limit - 1).place() : null;
        var items = found.stream().limit(limit).map(Placed::item).toList();
        return new FindingView.Page(items, next, Math.min(total, COUNTED), total > COUNTED);
    }

    static String pageSql(FindingFilter filter, FindingOrder order, long total, int most) {
        var page = total > COUNTED ? order.walked(filter, most) : FROM + filter.sql() + order.sql();
        return SELECT + ", " + order.key() + "::text as sort_key" + page + " limit " + most;
    }

    /** As many as a filter finds, and no more than {@code most}. */
    long count(FindingFilter filter, int most) {
        return Objects.requireNonNull(database.queryForObject(countSql(filter, most), filter.bound(), Long.class));
    }

    static String countSql(FindingFilter filter, int most) {
        return "select count(*) from (select 1 from supervision.finding f join supervision.rule r on r.id = f.rule_id"
                + filter.sql() + " limit " + most + ") capped";
    }

    /** All that a filter finds, one by one, however many, with what is guarded masked: they leave in a file. */
    @Transactional(readOnly = true)
    public void each(
            MultiValueMap<String, String> parameters,
            @Nullable UUID institution,
            @Nullable String sort,
            Consumer<FindingView.Item> taker) {
        var filter = filter(parameters, institution);
        var streaming = new NamedParameterJdbcTemplate(source);
        streaming.getJdbcTemplate().setFetchSize(500);
        streaming.query(SELECT + FROM + filter.sql() + FindingOrder.of(sort).sql(), filter.bound(), row -> {
            taker.accept(item(row, Locale.CHINESE, Sight.everywhere(Eyes.NOTHING_GUARDED)));
        });
    }

    private record Placed(String place, FindingView.Item item) {}

    /** @param seeing aside where they are only looked at */
    List<FindingView.Item> list(FindingFilter filter, String order, int most, Locale locale, Sight seeing) {
        return database.query(
                SELECT + FROM + filter.sql() + " order by " + order + " limit " + most,
                filter.bound(),
                (row, n) -> item(row, locale, seeing));
    }

    FindingView.Item get(UUID id, Locale locale, Sight sight) {
        var filter = new FindingFilter().within(scope.institutions());
        filter.and("f.id = :id", "id", id);
        return list(filter, "f.id", 1, locale, sight).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(SupervisionRefusal.FINDING_NOT_FOUND));
    }

    private FindingView.Item item(ResultSet row, Locale locale, Sight sight) throws SQLException {
        var kind = row.getString("subject_kind");
        var institution = row.getObject("institution_id", UUID.class);
        var subject = row.getObject("subject_id", UUID.class);
        var looking = new FindingEyes.Looking(
                sight.at(institution), row.getObject("id", UUID.class), institution, kind, subject);
        var facts = eyes.facts(looking, json.readTree(row.getString("facts")), row.getString("evidence_columns"));
        var state = State.valueOf(row.getString("state"));
        var due = LocalDate.parse(row.getString("due_on"));
        var assignee = row.getString("assignee");
        var assigneeName = row.getString("assignee_name");
        return new FindingView.Item(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                new FindingView.RuleName(
                        row.getString("rule_id"),
                        row.getString("code"),
                        new Label(row.getString("title_zh"), row.getString("title_en"))),
                row.getString("module"),
                row.getString("severity"),
                state,
                state.label(Severity.valueOf(row.getString("severity"))),
                new FindingView.Subject(kind, subject, eyes.title(looking, row.getString("subject_title"))),
                row.getString("episode"),
                new FindingView.Institution(institution, row.getString("institution_name")),
                summary(new Label(row.getString("explain_zh"), row.getString("explain_en")).in(locale), facts, locale),
                row.getBigDecimal("actual"),
                row.getBigDecimal("limit_value"),
                row.getBigDecimal("excess"),
                row.getString("unit"),
                LocalDate.parse(row.getString("first_seen")),
                LocalDate.parse(row.getString("last_seen")),
                due,
                state.open() && due.isBefore(today()),
                assignee == null
                        ? null
                        : new FindingView.Person(assignee, assigneeName == null ? assignee : assigneeName));
    }

    static String summary(String template, UnaryOperator<@Nullable String> facts, Locale locale) {
        return Explanation.sentence(template, facts, (table, code) -> word(table, code, locale));
    }

    static String word(String table, String code, Locale locale) {
        return CodeTables.find(table)
                .flatMap(codes -> codes.find(code))
                .map(found -> found.label().in(locale))
                .orElse(code);
    }
}

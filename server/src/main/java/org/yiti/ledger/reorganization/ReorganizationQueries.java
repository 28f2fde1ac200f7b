package org.yiti.ledger.reorganization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Purpose;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.problem.Wording;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.reorganization.Reorganization.Person;
import org.yiti.ledger.reorganization.Reorganization.State;
import org.yiti.ledger.reorganization.Reorganization.Step;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reorganizations to be looked at: those that concern whom one may see. */
@Component
class ReorganizationQueries {

    record Due(
            UUID id,
            String decidedBy,
            @Nullable Purpose purpose,
            @Nullable String onBehalfOf) {}

    private static final int MOST = 500;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final String SELECT = """
            select r.*, c.name as created_name, a.name as applied_name, u.name as undone_name
              from ledger.reorganization r
              left join identity.account c on c.account = r.created_by
              left join identity.account a on a.account = r.applied_by
              left join identity.account u on u.account = r.undone_by
             where (:all or r.institution_ids && :within)
            """;

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final JsonMapper json;
    private final Wording wording;

    ReorganizationQueries(JdbcClient database, Scope scope, Clock clock, JsonMapper json, Wording wording) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.json = json;
        this.wording = wording;
    }

    /** The newest day first. */
    List<Reorganization> list() {
        return named(select(" order by r.effective_on desc, r.created_at desc limit " + MOST)
                .query((row, n) -> read(row))
                .list());
    }

    /** Refuses those of others as if they did not exist. */
    Reorganization get(UUID id) {
        var found = select(" and r.id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .list();
        if (found.isEmpty()) {
            throw new Refused(LedgerRefusal.REORGANIZATION_NOT_FOUND);
        }
        return named(found).get(0);
    }

    /** The same, and nobody else does anything to it meanwhile; refuses what has become of it since it was looked at. */
    Reorganization hold(Reorganization seen, Reorganization.State state) {
        database.sql("select id from ledger.reorganization where id = :id for update")
                .param("id", seen.id())
                .query()
                .listOfRows();
        var now = get(seen.id());
        now.refuseUnless(state);
        if (now.version() != seen.version()) {
            throw new Refused(LedgerRefusal.REORGANIZATION_IN_ANOTHER_STATE);
        }
        return now;
    }

    /** Those whose day has come. */
    List<Due> due() {
        return database.sql(
                        "select id, applied_by as decided_by, purpose, on_behalf_of from ledger.reorganization where state = 'PLANNED' and effective_on <= :today order by effective_on, planned_at")
                .param("today", today())
                .query(Due.class)
                .list();
    }

    boolean hasCome(Reorganization reorganization) {
        return !reorganization.effectiveOn().isAfter(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private JdbcClient.StatementSpec select(String rest) {
        var within = scope.institutions();
        return database.sql(SELECT + rest)
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new));
    }

    private Reorganization read(ResultSet row) throws SQLException {
        return new Reorganization(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getString("approval_no"),
                row.getObject("effective_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                json.readValue(row.getString("steps"), new TypeReference<List<Step>>() {}),
                new Person(row.getString("created_by"), row.getString("created_name")),
                row.getObject("created_at", OffsetDateTime.class).withOffsetSameInstant(CHINA),
                person(row, "applied"),
                moment(row, "applied_at"),
                person(row, "undone"),
                moment(row, "undone_at"),
                problem(row.getString("problem")));
    }

    private @Nullable String problem(@Nullable String kept) {
        if (kept == null) {
            return null;
        }
        var problem = json.readValue(kept, Reorganizations.Problem.class);
        return wording.of(problem.wording(), LocaleContextHolder.getLocale(), problem.facts());
    }

    private static @Nullable Person person(ResultSet row, String did) throws SQLException {
        var account = row.getString(did + "_by");
        return account == null ? null : new Person(account, row.getString(did + "_name"));
    }

    private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.withOffsetSameInstant(CHINA);
    }

    /** What an institution is called is no secret. */
    private List<Reorganization> named(List<Reorganization> all) {
        var ids = all.stream()
                .flatMap(one -> one.institutions().stream())
                .distinct()
                .toArray(UUID[]::new);
        Map<UUID, String> names = database
                .sql("select id, name from organization.institution where id = any (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return all.stream().map(one -> one.named(names)).toList();
    }
}

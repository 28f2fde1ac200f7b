package org.yiti.ledger.reorganization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Purpose;
import org.yiti.identity.Scope;
import org.yiti.kernel.Cursor;
import org.yiti.kernel.Refused;
import org.yiti.ledger.LedgerRefusal;

/** Reorganizations to be looked at: those that concern whom one may see. */
@Component
class ReorganizationQueries {

    record Due(
            UUID id,
            String decidedBy,
            @Nullable Purpose purpose,
            @Nullable String onBehalfOf) {}

    /** @param next where the next page begins; null at the end */
    record Page(List<Reorganization> items, @Nullable String next, long total) {}

    private record Place(LocalDate on, OffsetDateTime at, UUID id) {

        static Place of(Reorganization one) {
            return new Place(one.effectiveOn(), one.createdAt(), one.id());
        }

        static Place read(List<String> parts) {
            return new Place(
                    LocalDate.parse(parts.get(0)), OffsetDateTime.parse(parts.get(1)), UUID.fromString(parts.get(2)));
        }

        String cursor() {
            return Cursor.of(on, at, id);
        }
    }

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final String SELECT = """
            select r.*, c.name as created_name, a.name as applied_name, u.name as undone_name
              from ledger.reorganization r
              left join identity.account c on c.account = r.created_by
              left join identity.account a on a.account = r.applied_by
              left join identity.account u on u.account = r.undone_by
            """;
    private static final String SEEN = " where (:all or r.institution_ids && :within)";

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final ReadReorganization reading;

    ReorganizationQueries(JdbcClient database, Scope scope, Clock clock, ReadReorganization reading) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.reading = reading;
    }

    /** The newest day first. */
    Page page(@Nullable String after, int limit) {
        var place = after == null ? null : Cursor.read(after, 3, Place::read);
        var found = select(" and (:first or (r.effective_on, r.created_at, r.id) < (:on, :at, :id))"
                        + " order by r.effective_on desc, r.created_at desc, r.id desc limit :limit")
                .param("first", place == null)
                .param("on", place == null ? today() : place.on())
                .param("at", place == null ? clock.instant().atOffset(CHINA) : place.at())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("limit", limit + 1)
                .query((row, n) -> reading.of(row))
                .list();
        var shown = named(found.stream().limit(limit).toList());
        var total = asked("select count(*) from ledger.reorganization r" + SEEN)
                .query(Long.class)
                .single();
        return new Page(
                shown, found.size() > limit ? Place.of(shown.get(limit - 1)).cursor() : null, total);
    }

    /** Refuses those of others as if they did not exist. */
    Reorganization get(UUID id) {
        var found = select(" and r.id = :id")
                .param("id", id)
                .query((row, n) -> reading.of(row))
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
        return asked(SELECT + SEEN + rest);
    }

    private JdbcClient.StatementSpec asked(String sql) {
        var within = scope.institutions();
        return database.sql(sql)
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new));
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

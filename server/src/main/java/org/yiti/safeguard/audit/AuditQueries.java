package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.entry.AuditEntry;
import org.yiti.proof.tree.Hash;
import org.yiti.safeguard.SafeguardRefusal;

/** Lists of entries. The columns find them; what is shown stands in the leaf, and it is said where the two disagree. */
@Component
class AuditQueries {

    static final String SELECT = """
            select e.*, i.name as institution_name, a.name as actor_name
              from safeguard.entry e
              left join organization.institution i on i.id = e.institution_id
              left join identity.account a on 'account/' || a.account = e.actor
            """;
    private static final int COUNTED = 10_000;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final NamedParameterJdbcTemplate database;
    private final Scope scope;

    AuditQueries(NamedParameterJdbcTemplate database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    private AuditFilter filter(@Nullable UUID institution) {
        return new AuditFilter(this::readings)
                .within(
                        institution == null
                                ? scope.institutions(Permission.AUDIT)
                                : scope.subtree(Permission.AUDIT, institution));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public AuditView.EntryLines newest(
            MultiValueMap<String, String> parameters, @Nullable UUID institution, @Nullable Long after, int limit) {
        var filter = filter(institution).where(parameters);
        var total = count(filter);
        if (after != null) {
            filter.and("e.seq < :after", "after", after);
        }
        return page(filter, "e.seq desc", limit, total);
    }

    /** From the beginning on, as it happened. */
    @Transactional(readOnly = true)
    public AuditView.EntryLines story(UUID object, @Nullable Long after, int limit) {
        var filter = filter(null).of(object);
        var total = count(filter);
        if (after != null) {
            filter.and("e.seq > :after", "after", after);
        }
        return page(filter, "e.seq", limit, total);
    }

    /**
     * An index of arrays cannot be asked under a policy: comparing them is not known to keep secrets. What is found by it is
     * numbers, and which of these may be seen the policy decides.
     */
    private Long[] readings(UUID[] rows) {
        return Unscoped.because(
                "numbers of entries alone: each is then asked for under the policy",
                () -> database.queryForList(
                                "select seq from safeguard.entry where rows && cast(:rows as uuid[]) order by seq desc limit "
                                        + COUNTED,
                                Map.of("rows", rows),
                                Long.class)
                        .toArray(Long[]::new));
    }

    private long count(AuditFilter filter) {
        return Objects.requireNonNull(database.queryForObject(
                "select count(*) from (select 1 from safeguard.entry e" + filter.sql() + " limit " + (COUNTED + 1)
                        + ") capped",
                filter.bound(),
                Long.class));
    }

    private AuditView.EntryLines page(AuditFilter filter, String order, int limit, long total) {
        var items = database.query(
                SELECT + filter.sql() + " order by " + order + " limit " + limit,
                filter.bound(),
                (row, n) -> item(row));
        var next = items.size() == limit ? Long.toString(items.get(limit - 1).seq()) : null;
        return new AuditView.EntryLines(items, next, Math.min(total, COUNTED), total > COUNTED);
    }

    /** Refuses an entry outside of the scope as if it did not exist. */
    <T> T get(long seq, RowMapper<T> read) {
        var filter = filter(null).and("e.seq = :seq", "seq", seq);
        return database.query(SELECT + filter.sql(), filter.bound(), read).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(SafeguardRefusal.ENTRY_NOT_FOUND));
    }

    static AuditView.EntryLine item(ResultSet row) throws SQLException {
        var leaf = String.valueOf(row.getString("leaf")).getBytes(UTF_8);
        try {
            var entry = AuditEntry.parse(leaf);
            var isSound = Leaves.TREE.leaf(leaf).equals(Hash.of(row.getBytes("hash"))) && agrees(entry, row);
            return item(
                    row,
                    entry.at().atZone(HERE).toOffsetDateTime(),
                    entry.actor(),
                    entry.action(),
                    entry.object(),
                    entry.outcome(),
                    entry.requestId(),
                    isSound);
        } catch (ProofRefused noEntryAnyMore) {
            return item(
                    row,
                    at(row),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("object"),
                    row.getString("outcome"),
                    null,
                    false);
        }
    }

    private static boolean agrees(AuditEntry entry, ResultSet row) throws SQLException {
        var objectId = row.getString("object_id");
        return entry.seq() == row.getLong("seq")
                && entry.at().equals(at(row).toInstant())
                && entry.actor().equals(row.getString("actor"))
                && entry.action().equals(row.getString("action"))
                && entry.object().equals(row.getString("object"))
                && entry.outcome().equals(row.getString("outcome"))
                && (objectId == null || entry.object().endsWith("/" + objectId));
    }

    private static OffsetDateTime at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).atZoneSameInstant(HERE).toOffsetDateTime();
    }

    private static AuditView.EntryLine item(
            ResultSet row,
            OffsetDateTime at,
            String actor,
            String action,
            String object,
            String outcome,
            @Nullable String requestId,
            boolean isSound)
            throws SQLException {
        var institution = row.getObject("institution_id", UUID.class);
        return new AuditView.EntryLine(
                row.getLong("seq"),
                at,
                actor,
                row.getString("actor_name"),
                action,
                object,
                row.getObject("object_id", UUID.class),
                institution == null ? null : new AuditView.EntryOwner(institution, row.getString("institution_name")),
                outcome,
                requestId,
                isSound);
    }
}

package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Unscoped;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.entry.AuditEntry;
import org.yiti.proof.entry.Fingerprint;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One entry with the values that its hashes are of, and whether they still are. */
@Component
class OpenEntry {

    private final AuditQueries entries;
    private final JdbcClient database;
    private final JsonMapper json;
    private final MaskedRow masked;

    OpenEntry(AuditQueries entries, JdbcClient database, JsonMapper json, MaskedRow masked) {
        this.masked = masked;
        this.entries = entries;
        this.database = database;
        this.json = json;
    }

    private record Kept(
            AuditView.EntryLine item,
            String leaf,
            byte[] hash,
            byte @Nullable [] salt,
            @Nullable String clear,
            @Nullable Long changeId,
            @Nullable String rows) {}

    @Transactional(readOnly = true)
    public AuditView.OpenedEntry get(long seq) {
        var kept = entries.get(seq, (row, n) -> kept(row));
        return new AuditView.OpenedEntry(
                kept.item(), kept.leaf(), HexFormat.of().formatHex(kept.hash()), opened(kept));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                AuditQueries.item(row),
                row.getString("leaf"),
                row.getBytes("hash"),
                row.getBytes("salt"),
                row.getString("clear"),
                row.getObject("change_id", Long.class),
                rows(row));
    }

    private static @Nullable String rows(ResultSet row) throws SQLException {
        var ids = row.getArray("rows");
        return ids == null ? null : Leaves.rows(List.of((UUID[]) ids.getArray()));
    }

    private List<AuditView.OpenedValue> opened(Kept kept) {
        var opened = new ArrayList<AuditView.OpenedValue>();
        var institution = kept.item().institution();
        var owner = institution == null ? null : institution.id();
        try {
            var entry = AuditEntry.parse(kept.leaf().getBytes(UTF_8));
            var hashes = new LinkedHashMap<String, Fingerprint>();
            if (entry.before() != null) {
                hashes.put("before", entry.before());
            }
            if (entry.after() != null) {
                hashes.put("after", entry.after());
            }
            hashes.putAll(entry.personal());
            var clear = clear(kept);
            var isTakenBack = entry.action().equals("ledger.created");
            hashes.forEach((field, hash) -> {
                var value = open(field, hash, kept.salt(), clear.get(field));
                // How a new row was is worked out from later changes; what a migration has altered cannot be told any
                // more.
                var told = isTakenBack && Boolean.FALSE.equals(value.matches()) ? value.untold() : value;
                var isRow = kept.changeId() != null && (field.equals("before") || field.equals("after"));
                opened.add(isRow ? masked.of(entry.object(), owner, told) : told);
            });
        } catch (ProofRefused noEntryAnyMore) {
            // The item says that it is not sound.
        }
        return opened;
    }

    private static AuditView.OpenedValue open(
            String field, Fingerprint hash, byte @Nullable [] secret, @Nullable String value) {
        if (secret == null) {
            return new AuditView.OpenedValue(field, hash.toString(), value, null, null);
        }
        var salt = Leaves.salt(secret, field);
        return new AuditView.OpenedValue(
                field,
                hash.toString(),
                value,
                Base64.getEncoder().encodeToString(salt.bytes()),
                value == null ? null : salt.opens(hash, field, value.getBytes(UTF_8)));
    }

    private Map<String, String> clear(Kept kept) {
        var values = new LinkedHashMap<String, String>();
        if (kept.clear() != null) {
            values.putAll(json.readValue(kept.clear(), new TypeReference<Map<String, String>>() {}));
        }
        put(values, Leaves.ROWS, kept.rows());
        var change = kept.changeId();
        if (change != null) {
            Unscoped.run(
                    "whoever may read an entry may read what it tells of, although they see no ledgers",
                    () -> putChange(values, change));
        }
        return values;
    }

    private void putChange(Map<String, String> values, long change) {
        database.sql("""
                        select c.before::text,
                               case c.action when 'CREATED' then lifeline.as_made(c.id) else c.after end::text
                          from lifeline.change c where c.id = :id
                        """).param("id", change).query(row -> {
            put(values, "before", row.getString(1));
            put(values, "after", row.getString(2));
        });
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}

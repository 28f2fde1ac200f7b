package org.yiti.workbook.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Account;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Purpose;
import org.yiti.identity.Role;
import org.yiti.kernel.file.ChunkCipher;
import org.yiti.kernel.file.Chunks;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports and the files they came in. */
@Component
class Imports {

    /** What somebody has brought about, not how far the work is. */
    private static final Set<Import.State> TOLD = EnumSet.of(
            Import.State.APPLIED,
            Import.State.CANCELLED,
            Import.State.UNDOING,
            Import.State.UNDONE,
            Import.State.FAILED);

    private final JdbcClient database;
    private final Chunks files;
    private final JsonMapper json;
    private final Audit audit;
    private final AccountDirectory accounts;

    Imports(JdbcClient database, JsonMapper json, Audit audit, AccountDirectory accounts, ChunkCipher cipher) {
        this.accounts = accounts;
        this.database = database;
        this.files = new Chunks(database, HandedInFiles.FILES, cipher);
        this.json = json;
        this.audit = audit;
    }

    /** Keeps the uploaded file, a megabyte at a time. */
    @Transactional
    UUID add(String fileName, InputStream file, @Nullable String ledger, @Nullable String key, Account account) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into workbook.import (id, file_name, size, sha256, ledger, account, account_name, role,
                                                     institution_id, everything, purpose, on_behalf_of, idempotency_key)
                        values (:id, :name, 0, '', :ledger, :account, :accountName, :role, :institution, :everything, :purpose, :behalf, :key)
                        """)
                .param("id", id)
                .param("name", fileName)
                .param("ledger", ledger)
                .param("key", key)
                .param("account", account.account())
                .param("accountName", account.name())
                .param("role", account.role().name())
                .param("institution", account.institutionId())
                .param("everything", account.everything())
                .param("purpose", account.rights().purpose().name())
                .param("behalf", account.rights().onBehalfOf())
                .update();
        try {
            var kept = files.write(id, file);
            database.sql("update workbook.import set size = :size, sha256 = :sha256 where id = :id")
                    .param("id", id)
                    .param("size", kept.size())
                    .param("sha256", kept.sha256())
                    .update();
        } catch (IOException failure) {
            throw new UncheckedIOException("The file could not be kept", failure);
        }
        audit.record(Act.of("import.handed-in", "workbook.import", id).with("file", fileName));
        return id;
    }

    /** Puts the file where it can be read at any place. */
    void copyTo(UUID id, Path target) {
        try (OutputStream out = Files.newOutputStream(target)) {
            files.read(id, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the file as it was handed in is still kept. */
    boolean hasFile(UUID id) {
        return database.sql("select exists (select from workbook.import_chunk where import_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Of a file that nothing came of, or that is done with, only the report stays. */
    void forgetFile(UUID id) {
        files.remove(id);
    }

    Optional<Import> find(UUID id) {
        return database.sql("select * from workbook.import where id = :id")
                .param("id", id)
                .query(reader())
                .optional();
    }

    /** What an account has handed in under a key: its id and the SHA-256 of its file. */
    Optional<HandedIn> handedIn(String account, String key) {
        return database.sql(
                        "select id, sha256 from workbook.import where account = :account and idempotency_key = :key")
                .param("account", account)
                .param("key", key)
                .query(HandedIn.class)
                .optional();
    }

    record HandedIn(UUID id, String sha256) {}

    /** @param account only theirs; null for everybody's */
    long count(@Nullable String account) {
        return database.sql("select count(*) from workbook.import where :account::text is null or account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /** @param account only theirs; null for everybody's */
    List<Import> newest(@Nullable String account, @Nullable UUID after, int limit) {
        return database.sql("""
                        select * from workbook.import
                         where (:account::text is null or account = :account)
                           and (:after::uuid is null or seq < (select seq from workbook.import where id = :after))
                         order by seq desc limit :limit
                        """)
                .param("account", account)
                .param("after", after)
                .param("limit", limit)
                .query(reader())
                .list();
    }

    /** Those that wait to be applied since before a moment. */
    List<Import> checkedBefore(Instant moment) {
        return database.sql("select * from workbook.import where state = 'CHECKED' and checked_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(reader())
                .list();
    }

    /** Moves on if the import is still where it is thought to be. */
    boolean move(UUID id, Import.State from, Import.State to) {
        var isMoved = database.sql("""
                                update workbook.import
                                   set state = :to,
                                       cancel_requested = cancel_requested and :to not in ('APPLYING', 'UNDOING'),
                                       applied_at = case when :to = 'APPLIED' and applied_at is null then now() else applied_at end,
                                       checked_at = case when :to = 'CHECKED' then now() else checked_at end,
                                       undone_at = case when :to = 'UNDONE' then now() else undone_at end
                                 where id = :id and state = :from
                                """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
        if (isMoved && TOLD.contains(to)) {
            audit.record(told(from, to, id));
        }
        return isMoved;
    }

    /** Back where it was after an undo that was refused, it has not been applied a second time. */
    private static Act told(Import.State from, Import.State to, UUID id) {
        return from == Import.State.UNDOING && to == Import.State.APPLIED
                ? Act.of("import.undo-refused", "workbook.import", id).ended(Act.REFUSED)
                : Act.of("import." + to.name().toLowerCase(Locale.ROOT), "workbook.import", id);
    }

    void skipBad(UUID id, boolean skip) {
        database.sql("update workbook.import set skip_bad = :skip, refusal = null where id = :id")
                .param("id", id)
                .param("skip", skip)
                .update();
    }

    /** Remembers who asked, so that the life line names them and not who once handed the file in. */
    void undoneBy(UUID id, Account account) {
        database.sql("update workbook.import set undone_by = :account::jsonb where id = :id")
                .param("id", id)
                .param("account", json.writeValueAsString(By.of(account)))
                .update();
    }

    void requestCancel(UUID id) {
        database.sql("update workbook.import set cancel_requested = true where id = :id")
                .param("id", id)
                .update();
    }

    void sheets(UUID id, List<Import.SheetResult> sheets) {
        database.sql("update workbook.import set sheets = :sheets::jsonb where id = :id")
                .param("id", id)
                .param("sheets", json.writeValueAsString(sheets))
                .update();
    }

    void refuse(UUID id, Import.@Nullable Refusal refusal) {
        database.sql("update workbook.import set refusal = :refusal::jsonb where id = :id")
                .param("id", id)
                .param("refusal", refusal == null ? null : json.writeValueAsString(refusal))
                .update();
    }

    /** Tells how far the work is, apart from its own transaction, and whether somebody wants it stopped. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean report(UUID id, Import.Progress progress) {
        return database.sql(
                        "update workbook.import set progress = :progress::jsonb where id = :id returning cancel_requested")
                .param("id", id)
                .param("progress", json.writeValueAsString(progress))
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Whose rights are looked up once, however many imports are theirs. */
    private RowMapper<Import> reader() {
        var known = new HashMap<By, Account>();
        return (row, n) -> read(row, by -> known.computeIfAbsent(by, one -> one.now(accounts)));
    }

    private Import read(ResultSet row, Function<By, Account> now) throws SQLException {
        var refusal = row.getString("refusal");
        var progress = String.valueOf(row.getString("progress"));
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("ledger"),
                Import.State.valueOf(row.getString("state")),
                row.getBoolean("cancel_requested"),
                row.getBoolean("skip_bad"),
                progress.equals("{}") ? Import.Progress.NONE : json.readValue(progress, Import.Progress.class),
                json.readValue(
                        String.valueOf(row.getString("sheets")), new TypeReference<List<Import.SheetResult>>() {}),
                refusal == null ? null : json.readValue(refusal, Import.Refusal.class),
                now.apply(handedInBy(row)),
                row.getString("undone_by") == null
                        ? null
                        : now.apply(json.readValue(String.valueOf(row.getString("undone_by")), By.class)),
                Objects.requireNonNull(here(row, "created_at")),
                here(row, "applied_at"));
    }

    /** With the rights they have now: what was taken from them since, their import has lost as well. */
    private static By handedInBy(ResultSet row) throws SQLException {
        var purpose = row.getString("purpose");
        return new By(
                row.getString("account"),
                row.getString("account_name"),
                Role.valueOf(row.getString("role")),
                purpose == null ? null : Purpose.valueOf(purpose),
                row.getString("on_behalf_of"));
    }

    private static @Nullable OffsetDateTime here(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}

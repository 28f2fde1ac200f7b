package org.yiti.ledger.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.file.ChunkCipher;
import org.yiti.kernel.file.Chunks;

/** Papers and their files. */
@Component
class Papers {

    private static final String SELECT = """
            select p.*, coalesce(a.name, p.added_by) as added_by_name
              from ledger.paper p left join identity.account a on a.account = p.added_by
            """;

    private final JdbcClient database;
    private final Chunks files;

    Papers(JdbcClient database, ChunkCipher cipher) {
        this.database = database;
        this.files = new Chunks(database, KeptFiles.PAPERS, cipher);
    }

    /** Whoever adds to the same object waits: the same file twice, or one too many, cannot slip through side by side. */
    void lock(UUID holder) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:holder, 0))")
                .param("holder", "paper " + holder)
                .query(row -> {});
    }

    List<Paper> of(UUID holder) {
        return database.sql(
                        SELECT + " where p.holder_id = :holder and p.removed_at is null order by p.added_at desc, p.id")
                .param("holder", holder)
                .query(this::read)
                .list();
    }

    Optional<Paper> find(UUID holder, UUID id) {
        return find(holder, id, "");
    }

    Optional<Paper> findToRemove(UUID holder, UUID id) {
        return find(holder, id, " for update of p");
    }

    private Optional<Paper> find(UUID holder, UUID id, String lock) {
        return database.sql(SELECT + " where p.id = :id and p.holder_id = :holder and p.removed_at is null" + lock)
                .param("id", id)
                .param("holder", holder)
                .query(this::read)
                .optional();
    }

    Optional<Paper> addedBy(String account, String requestKey) {
        return database.sql(SELECT + " where p.added_by = :account and p.request_key = :key")
                .param("account", account)
                .param("key", requestKey)
                .query(this::read)
                .optional();
    }

    void add(Paper paper, @Nullable String requestKey, Path file) {
        database.sql("""
                        insert into ledger.paper (id, holder_kind, holder_id, kind, title, number, dated_on, file_name, media_type,
                                                  size, sha256, added_at, added_by, request_key)
                        values (:id, :holderKind, :holderId, :kind, :title, :number, :datedOn, :fileName, :mediaType,
                                :size, :sha256, :addedAt, :addedBy, :requestKey)
                        """)
                .param("id", paper.id())
                .param("holderKind", paper.holderKind())
                .param("holderId", paper.holderId())
                .param("kind", paper.kind())
                .param("title", paper.title())
                .param("number", paper.number())
                .param("datedOn", paper.datedOn())
                .param("fileName", paper.fileName())
                .param("mediaType", paper.mediaType())
                .param("size", paper.size())
                .param("sha256", paper.sha256())
                .param("addedAt", paper.addedAt().atOffset(ZoneOffset.UTC))
                .param("addedBy", paper.addedBy())
                .param("requestKey", requestKey)
                .update();
        try (var stream = Files.newInputStream(file)) {
            files.write(paper.id(), stream);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file could not be kept", failure);
        }
    }

    void writeTo(UUID id, OutputStream out) throws IOException {
        files.read(id, out);
    }

    /** The content goes; that it was there, who removed it and why stays. */
    void remove(UUID id, String account, String reason, Instant at) {
        files.remove(id);
        database.sql("""
                        update ledger.paper set removed_at = :at, removed_by = :account, removal_reason = :reason, request_key = null
                         where id = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private Paper read(ResultSet row, int n) throws SQLException {
        return new Paper(
                row.getObject("id", UUID.class),
                row.getString("holder_kind"),
                row.getObject("holder_id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getString("number"),
                row.getObject("dated_on", LocalDate.class),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                row.getString("added_by_name"));
    }
}

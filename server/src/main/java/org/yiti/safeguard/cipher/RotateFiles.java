package org.yiti.safeguard.cipher;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.file.ChunkCipher;
import org.yiti.kernel.file.ChunkTable;
import org.yiti.safeguard.Audit;

/** As {@link RotateKeys}, of files: a megabyte a transaction, those from before files were encrypted as well. */
@Component
class RotateFiles {

    private static final Logger log = LoggerFactory.getLogger(RotateFiles.class);
    private static final String NOT_UNDER = " where split_part(coalesce(key, ''), '.', 2) <> :key";

    private record Piece(UUID file, int n, @Nullable String key, byte[] bytes) {}

    private final ObjectProvider<ChunkTable> tables;
    private final JdbcClient database;
    private final DataKeys keys;
    private final ChunkCipher cipher;
    private final AllSealed all;
    private final Audit audit;
    private final TransactionTemplate transaction;

    RotateFiles(
            ObjectProvider<ChunkTable> tables,
            JdbcClient database,
            DataKeys keys,
            ChunkCipher cipher,
            AllSealed all,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.database = database;
        this.keys = keys;
        this.cipher = cipher;
        this.all = all;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    RotateKeys.Outcome run() {
        keys.lookAgain();
        return tables.stream().map(this::all).reduce(new RotateKeys.Outcome(0, 0), RotateKeys.Outcome::and);
    }

    /** How many pieces are left, whosever they are. */
    long left() {
        return tables.stream()
                .mapToLong(table -> Unscoped.because(
                        "how many are left tells nothing of any",
                        () -> database.sql("select count(*) from " + table.name() + NOT_UNDER)
                                .param("key", keys.current().id())
                                .query(Long.class)
                                .single()))
                .sum();
    }

    private RotateKeys.Outcome all(ChunkTable table) {
        var outcome = new RotateKeys.Outcome(0, 0);
        @Nullable Piece last = new Piece(new UUID(0, 0), -1, null, new byte[0]);
        while (last != null) {
            var after = last;
            var done = Objects.requireNonNull(transaction.execute(status -> next(table, after)));
            last = done.isEmpty() ? null : done.get(0).piece();
            outcome = done.stream().map(Done::outcome).reduce(outcome, RotateKeys.Outcome::and);
        }
        all.seal(table.name(), "select from " + table.name() + " where key is null");
        return outcome;
    }

    private record Done(Piece piece, RotateKeys.Outcome outcome) {}

    /** The next after a piece, if there is one. */
    private List<Done> next(ChunkTable table, Piece after) {
        return database
                .sql(
                        "select %1$s as file, n, key, bytes from %2$s %3$s and (%1$s, n) > (:file, :n) order by %1$s, n limit 1 for update skip locked"
                                .formatted(table.owner(), table.name(), NOT_UNDER))
                .param("key", keys.current().id())
                .param("file", after.file())
                .param("n", after.n())
                .query(Piece.class)
                .list()
                .stream()
                .map(piece -> new Done(piece, anew(table, piece)))
                .toList();
    }

    private RotateKeys.Outcome anew(ChunkTable table, Piece piece) {
        try {
            var plain = cipher.open(table, piece.file(), piece.n(), new ChunkCipher.Kept(piece.key(), piece.bytes()));
            var kept = cipher.seal(table, piece.file(), piece.n(), plain);
            database.sql("update " + table.name() + " set key = :key, bytes = :bytes where " + table.owner()
                            + " = :file and n = :n")
                    .param("key", kept.key())
                    .param("bytes", kept.bytes())
                    .param("file", piece.file())
                    .param("n", piece.n())
                    .update();
            audit.record(RotateKeys.encryptedAnew(table.name(), keys.current().id())
                    .with("file", piece.file())
                    .with("piece", piece.n()));
            return new RotateKeys.Outcome(1, 0);
        } catch (CannotOpen broken) {
            log.error("{} of {}, {}: {}", table.name(), piece.file(), piece.n(), broken.getMessage());
            return new RotateKeys.Outcome(0, 1);
        }
    }
}

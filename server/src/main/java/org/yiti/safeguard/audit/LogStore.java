package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Landing;
import org.yiti.proof.bundle.Entries;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Strip;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.tree.Tiles;

/**
 * The log as PostgreSQL keeps it. The hashes of leaves stand in their entries, those of the levels above in tiles. What
 * somebody took away reads as zeros or is left out, so that a robbed log can still be handed over and its loss be named.
 */
@Component
class LogStore implements Tiles, Entries {

    private static final int HASH = Leaves.TREE.length();
    static final int FIELDS = 14;
    private static final Landing ENTRIES = Landing.ofBytes(
            "safeguard.entry",
            "seq, at, actor, action, object, object_id, institution_id, outcome, change_id, salt, clear, leaf, hash, rows");

    private final JdbcTemplate database;
    private final DataSource source;

    LogStore(JdbcTemplate database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    /** Nobody else seals until the transaction ends. */
    Frontier lock() {
        return frontier(" for update");
    }

    Frontier frontier() {
        return frontier("");
    }

    private Frontier frontier(String how) {
        return database.query(
                        "select frontier from safeguard.head" + how,
                        (row, n) -> Frontier.of(Leaves.TREE, row.getBytes(1)))
                .get(0);
    }

    /** Puts entries to the end of the log. */
    void append(SealedBatch batch) {
        copy(batch.rows());
        batch.strips().stream().filter(strip -> strip.tile().level() > 0).forEach(this::append);
    }

    void head(Frontier frontier) {
        database.update("update safeguard.head set size = ?, frontier = ?", frontier.size(), frontier.bytes());
    }

    private void append(Strip strip) {
        database.update("""
                insert into safeguard.tile as tile (level, index, hashes) values (?, ?, ?)
                on conflict (level, index) do update set hashes = substr(tile.hashes, 1, ?) || excluded.hashes
                """, strip.tile().level(), strip.tile().index(), strip.hashes(), strip.from() * HASH);
    }

    private void copy(byte[] rows) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            ENTRIES.land(connection, new ByteArrayInputStream(rows));
        } catch (SQLException | IOException failure) {
            throw new DataAccessResourceFailureException("What was done could not be sealed", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    @Override
    public byte[] read(TileId tile, int width) {
        return Unscoped.because("a proof is made of hashes of other entries", () -> hashes(tile, width));
    }

    private byte[] hashes(TileId tile, int width) {
        var hashes = new byte[width * HASH];
        if (tile.level() == 0) {
            var first = tile.index() * TileId.WIDTH + 1;
            database.query(
                    "select seq, hash from safeguard.entry where seq between ? and ?",
                    row -> {
                        put(row.getBytes(2), hashes, (int) (row.getLong(1) - first) * HASH, HASH);
                    },
                    first,
                    first + width - 1);
        } else {
            database.query(
                    "select hashes from safeguard.tile where level = ? and index = ?",
                    row -> {
                        put(row.getBytes(1), hashes, 0, hashes.length);
                    },
                    tile.level(),
                    tile.index());
        }
        return hashes;
    }

    private static void put(byte[] from, byte[] into, int at, int most) {
        System.arraycopy(from, 0, into, at, Math.min(from.length, most));
    }

    @Override
    public List<byte[]> read(long from, int count) {
        return database.query(
                "select leaf from safeguard.entry where seq > ? and seq <= ? order by seq",
                (row, n) -> row.getString(1).getBytes(UTF_8),
                from,
                from + count);
    }
}

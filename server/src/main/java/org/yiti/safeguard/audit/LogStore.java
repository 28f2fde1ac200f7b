package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.identity.Unscoped;
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
    /** Of entries of which one was taken away there is no tile: it is read by itself, with zeros in its place. */
    private static final String AROUND = """
            with wanted as materialized (select distinct level, index from unnest(?::integer[], ?::bigint[]) w(level, index))
            select w.level, w.index, coalesce(t.hashes, leaves.hashes)
              from wanted w
              left join safeguard.tile t on t.level = w.level and t.index = w.index
              left join lateral (select string_agg(e.hash, '' order by e.seq) as hashes, count(*) as entries, max(e.seq) as last
                                   from safeguard.entry e
                                  where w.level = 0 and e.seq between w.index * 256 + 1 and w.index * 256 + 256) leaves on true
             where t.hashes is not null or leaves.entries > 0 and leaves.last = w.index * 256 + leaves.entries
            """;

    private final JdbcTemplate database;
    private final WriteEntries entries;

    LogStore(JdbcTemplate database, DataSource source) {
        this.database = database;
        this.entries = new WriteEntries(database, source);
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
        entries.write(batch);
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

    /**
     * The tiles that a proof of entry {@code index} among {@code size} is made of, read at once: those over the entry, and
     * the last of each level. Any other is read when it is asked for.
     */
    Tiles around(long index, long size) {
        var levels = new ArrayList<Integer>();
        var places = new ArrayList<Long>();
        for (var level = 0; size >>> (level * TileId.HEIGHT) > 0; level++) {
            for (var at : new long[] {index, size}) {
                levels.add(level);
                places.add(at >>> ((level + 1) * TileId.HEIGHT));
            }
        }
        var read = Unscoped.because("a proof is made of hashes of other entries", () -> hashes(levels, places));
        return (tile, width) -> {
            var found = read.get(tile);
            return found != null && found.length >= width * HASH ? found : read(tile, width);
        };
    }

    private Map<TileId, byte[]> hashes(List<Integer> levels, List<Long> places) {
        var tiles = new HashMap<TileId, byte[]>();
        database.query(
                AROUND,
                row -> {
                    tiles.put(new TileId(row.getInt(1), row.getLong(2)), row.getBytes(3));
                },
                levels.toArray(Integer[]::new),
                places.toArray(Long[]::new));
        return tiles;
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

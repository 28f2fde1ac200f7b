package org.yiti.proof.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.bundle.Bundle;
import org.yiti.proof.bundle.TilePath;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.tree.Tiles;
import org.yiti.proof.tree.Tree;

/**
 * One tree as the tiles of the bundle tell it. When its edge leads to the signed root, the tiles on the edge are vouched
 * for; and every tile whose root stands in a tile that is vouched for, is so too. What is not can have been written by
 * anybody.
 */
final class StoredTree {

    private final Bundle bundle;
    private final Hashing part;
    private final List<TilePath> upperTiles;
    private final boolean leadsToRoot;
    private final Map<TileId, byte[]> upper = new HashMap<>();
    private final Map<TileId, Boolean> vouched = new HashMap<>();
    private TileId lastRead = new TileId(0, -1);
    private byte[] lastTile = {};

    /** {@code upperTiles} are those above the lowest level that are there. */
    StoredTree(Bundle bundle, Hashing part, Hash signed, List<TilePath> upperTiles, Consumer<TilePath> damaged) {
        this.bundle = bundle;
        this.part = part;
        this.upperTiles = upperTiles;
        upperTiles.forEach(path -> read(path, damaged));
        this.leadsToRoot = root().filter(signed::equals).isPresent();
    }

    Hashing part() {
        return part;
    }

    boolean leadsToRoot() {
        return leadsToRoot;
    }

    List<TilePath> upperTiles() {
        return upperTiles;
    }

    Optional<byte[]> upper(TileId tile) {
        return Optional.ofNullable(upper.get(tile));
    }

    /** What the root of a full tile must be, if the tile above is vouched for. */
    Optional<Hash> vouchedRoot(TileId tile) {
        return vouched(tile.parent()) ? slot(tile.parent(), tile.slotInParent()) : Optional.empty();
    }

    boolean vouched(TileId tile) {
        var known = vouched.get(tile);
        if (known == null) {
            known = tile.width(bundle.layout().size()) < TileId.WIDTH
                    ? leadsToRoot
                    : vouchedRoot(tile).isPresent() && vouchedRoot(tile).equals(rootOf(tile));
            vouched.put(tile, known);
        }
        return known;
    }

    /** The hash of an entry by its tile; when none of them leads to the signed root, for what that is worth. */
    Optional<Hash> leaf(long index) {
        var tile = new TileId(0, index / TileId.WIDTH);
        return index < 0 || index >= bundle.layout().size() || leadsToRoot && !vouched(tile)
                ? Optional.empty()
                : slot(tile, (int) (index % TileId.WIDTH));
    }

    private Optional<Hash> slot(TileId tile, int slot) {
        return hashes(tile)
                .map(hashes -> Hash.of(Arrays.copyOfRange(hashes, slot * part.length(), (slot + 1) * part.length())));
    }

    private Optional<Hash> rootOf(TileId tile) {
        return hashes(tile).map(hashes -> part.subtree(hashes, 0, TileId.WIDTH));
    }

    private Optional<Hash> root() {
        try {
            var size = bundle.layout().size();
            return Optional.of(new Tree(part, tiles(), size).root(size));
        } catch (ProofRefused incomplete) {
            return Optional.empty();
        }
    }

    private Tiles tiles() {
        return (tile, width) -> hashes(tile).orElseThrow(() -> new ProofRefused(Refusal.FILE_ABSENT));
    }

    private Optional<byte[]> hashes(TileId tile) {
        if (tile.level() > 0) {
            return upper(tile);
        }
        if (!tile.equals(lastRead)) {
            try {
                lastTile =
                        bundle.tiles(part).read(tile, tile.width(bundle.layout().size()));
            } catch (ProofRefused unreadable) {
                return Optional.empty();
            }
            lastRead = tile;
        }
        return Optional.of(lastTile);
    }

    private void read(TilePath path, Consumer<TilePath> damaged) {
        try {
            upper.put(path.tile(), bundle.tiles(part).read(path.tile(), path.width()));
        } catch (ProofRefused refused) {
            if (refused.refusal() != Refusal.FILE_ABSENT) {
                damaged.accept(path);
            }
        }
    }
}

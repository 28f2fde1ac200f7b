package org.yiti.proof.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.bundle.Bundle;
import org.yiti.proof.bundle.Content;
import org.yiti.proof.entry.Numbers;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;
import org.yiti.proof.tree.TileId;

/** Hashes the entries of a block and lays them beside the tiles. Blocks know nothing of each other: they are read in parallel. */
final class BlockReader {

    private final Bundle bundle;
    private final Hashing hashing;
    private final Budget strayBudget;
    private final Budget jumpBudget;

    BlockReader(Bundle bundle, Budget strayBudget, Budget jumpBudget) {
        this.bundle = bundle;
        this.hashing = bundle.layout().hashing();
        this.strayBudget = strayBudget;
        this.jumpBudget = jumpBudget;
    }

    Block read(long index) {
        var tile = new TileId(0, index);
        var width = tile.width(bundle.layout().size());
        var damaged = new ArrayList<String>();
        var entries = entries(tile, damaged);
        var leaves = leaves(entries);
        var strays = new EnumMap<Hashing, List<Stray>>(Hashing.class);
        for (var part : hashing.parts()) {
            var stored = stored(tile, width, part, damaged);
            if (stored != null) {
                strays.put(part, strays(index, entries, leaves, stored, part));
            }
        }
        var complete = entries.size() == width;
        return new Block(
                index,
                width,
                complete && width == TileId.WIDTH ? hashing.subtree(leaves, 0, width) : null,
                complete && width < TileId.WIDTH ? leaves : null,
                strays,
                Numbering.of(index * TileId.WIDTH, entries, jumpBudget),
                damaged);
    }

    byte[] leaves(long index) {
        return leaves(bundle.entries(index));
    }

    private byte[] leaves(List<byte[]> entries) {
        var leaves = new byte[entries.size() * hashing.length()];
        var at = 0;
        for (var entry : entries) {
            hashing.leaf(entry).copyTo(leaves, at);
            at += hashing.length();
        }
        return leaves;
    }

    private List<byte[]> entries(TileId tile, List<String> damaged) {
        try {
            return bundle.entries(tile.index());
        } catch (ProofRefused refused) {
            note(refused, Content.ENTRIES, tile, damaged);
            return List.of();
        }
    }

    private byte @Nullable [] stored(TileId tile, int width, Hashing part, List<String> damaged) {
        try {
            return bundle.tiles(part).read(tile, width);
        } catch (ProofRefused refused) {
            note(refused, Content.tileOf(part), tile, damaged);
            return null;
        }
    }

    private void note(ProofRefused refused, Content content, TileId tile, List<String> damaged) {
        // What is absent the inventory has told already.
        if (refused.refusal() != Refusal.FILE_ABSENT) {
            damaged.add(bundle.layout().path(content, tile).toString());
        }
    }

    private List<Stray> strays(long block, List<byte[]> entries, byte[] leaves, byte[] stored, Hashing part) {
        var strays = new ArrayList<Stray>();
        var width = stored.length / part.length();
        for (var slot = 0; slot < Math.max(width, entries.size()); slot++) {
            var from = slot * hashing.length();
            var here = slot < entries.size();
            var right = here && slot < width && same(leaves, from + hashing.offset(part), stored, slot, part);
            if (!right && strayBudget.take()) {
                var hash = here ? Hash.of(Arrays.copyOfRange(leaves, from, from + hashing.length())) : null;
                var number = here ? Numbers.of(entries.get(slot)) : Numbers.NONE;
                strays.add(new Stray(block, slot, width, hash, number));
            }
        }
        return strays;
    }

    private static boolean same(byte[] leaves, int from, byte[] stored, int slot, Hashing part) {
        var at = slot * part.length();
        return Arrays.equals(leaves, from, from + part.length(), stored, at, at + part.length());
    }
}

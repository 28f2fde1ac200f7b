package org.yiti.proof.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiti.proof.bundle.Bundle;
import org.yiti.proof.bundle.Content;
import org.yiti.proof.bundle.Layout;
import org.yiti.proof.bundle.Shelf;
import org.yiti.proof.entry.Numbers;
import org.yiti.proof.note.Checkpoint;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.TileId;
import org.yiti.proof.verify.Finding.Kind;

/** Do the entries and tiles of a bundle lead to the root of its checkpoint? If not, which of them do not? */
final class BundleCheck {

    private static final int MOST_STRAYS = 100_000;

    private final Findings findings;
    private final Checkpoint checkpoint;
    private final Bundle bundle;
    private final Budget strayBudget = new Budget(MOST_STRAYS);
    private final Budget jumpBudget = new Budget(MOST_STRAYS);
    private final List<Block> blocks;
    private final List<StoredTree> trees;
    private final Optional<EntriesTree> entries;
    private final boolean whole;

    BundleCheck(Shelf shelf, Checkpoint checkpoint, Findings findings) {
        var before = findings.count();
        this.findings = findings;
        this.checkpoint = checkpoint;
        this.bundle = new Bundle(shelf, new Layout(checkpoint.size(), checkpoint.hashing()));
        var inventory = new Inventory(shelf.names(), bundle.layout(), findings);
        var reader = new BlockReader(bundle, strayBudget, jumpBudget);
        this.blocks = inventory.blocks().parallelStream().map(reader::read).toList();
        blocks.forEach(block -> block.damaged().forEach(this::damaged));
        this.trees = checkpoint.hashing().parts().stream()
                .map(part -> new StoredTree(
                        bundle,
                        part,
                        checkpoint.root(part),
                        inventory.upperTiles(Content.tileOf(part)),
                        path -> damaged(path.toString())))
                .toList();
        var complete = blocks.size() == TileId.count(0, checkpoint.size())
                && blocks.stream().allMatch(Block::complete);
        this.entries = complete ? Optional.of(new EntriesTree(bundle, blocks, reader)) : Optional.empty();
        this.whole = entries.filter(tree -> tree.root(checkpoint.size()).equals(checkpoint.root()))
                .isPresent();
        judge();
        if (!whole && findings.count() == before) {
            findings.add(Kind.ROOT_DIFFERS, Map.of());
        }
    }

    /** Every entry is what was sealed, even if a tile is not. */
    boolean whole() {
        return whole;
    }

    boolean numbered() {
        return checkpoint.size() == 0
                || blocks.stream().anyMatch(block -> block.numbering().numbered());
    }

    /** The root that the entries had at an earlier size. */
    Optional<Hash> rootAt(long size) {
        return whole ? entries.map(tree -> tree.root(size)) : Optional.empty();
    }

    Optional<byte[]> lastEntry() {
        var last = checkpoint.size() - 1;
        if (!whole || last < 0) {
            return Optional.empty();
        }
        var entriesOfBlock = bundle.entries(last / TileId.WIDTH);
        return Optional.of(entriesOfBlock.get(entriesOfBlock.size() - 1));
    }

    private void judge() {
        if (whole) {
            trees.forEach(this::compareTiles);
            compareNumbers();
        } else {
            trees.stream().filter(StoredTree::leadsToRoot).findFirst().ifPresentOrElse(this::seek, this::seekUnvouched);
        }
        if (strayBudget.exceeded() || jumpBudget.exceeded() && whole) {
            findings.more();
        }
    }

    private void damaged(String file) {
        findings.add(Kind.FILE_DAMAGED, Map.of("file", file));
    }

    private void compareTiles(StoredTree tree) {
        var part = tree.part();
        for (var block : blocks) {
            if (!block.strays().getOrDefault(part, List.of()).isEmpty()) {
                altered(tree, new TileId(0, block.index()));
            }
        }
        for (var path : tree.upperTiles()) {
            var own = entries.orElseThrow().read(path.tile(), path.width());
            tree.upper(path.tile())
                    .filter(stored -> !Arrays.equals(stored, part(own, tree)))
                    .ifPresent(stored -> altered(tree, path.tile()));
        }
    }

    private byte[] part(byte[] hashes, StoredTree tree) {
        var hashing = checkpoint.hashing();
        var length = tree.part().length();
        var part = new byte[hashes.length / hashing.length() * length];
        for (var at = 0; at < part.length; at += length) {
            System.arraycopy(hashes, at / length * hashing.length() + hashing.offset(tree.part()), part, at, length);
        }
        return part;
    }

    /** The entries are genuine; were they numbered without a gap when they were sealed? */
    private void compareNumbers() {
        if (!numbered()) {
            return;
        }
        var expected = 1L;
        for (var block : blocks) {
            if (block.numbering().first() != expected) {
                jump(new Jump(
                        block.index() * TileId.WIDTH,
                        expected,
                        block.numbering().first()));
            }
            block.numbering().jumps().forEach(this::jump);
            expected = block.numbering().next();
        }
    }

    private void jump(Jump jump) {
        var place = jump.place() + 1;
        if (jump.number() == Numbers.NONE) {
            findings.add(Kind.NUMBER_ABSENT, Map.of("place", place));
        } else if (jump.number() > jump.expected()) {
            findings.add(
                    Kind.NUMBERS_MISSING,
                    Map.of("numbers", Finding.span(jump.expected(), jump.number() - 1), "place", place));
        } else {
            findings.add(Kind.NUMBER_REPEATED, Map.of("number", jump.number(), "place", place));
        }
    }

    /** With a tree that leads to the signed root every block can be held against a hash that is vouched for. */
    private void seek(StoredTree tree) {
        var strays = new ArrayList<Stray>();
        var unvouched = new Spans();
        for (var block : blocks) {
            var tile = new TileId(0, block.index());
            var own = Optional.ofNullable(block.root())
                    .map(root -> checkpoint.hashing().part(root, tree.part()));
            var here = block.strays().getOrDefault(tree.part(), List.of());
            var genuine = block.width() == TileId.WIDTH && own.isPresent() && own.equals(tree.vouchedRoot(tile));
            if (genuine && !here.isEmpty()) {
                altered(tree, tile);
            } else if (!genuine && tree.vouched(tile)) {
                strays.addAll(here);
            } else if (!genuine) {
                unvouched.add(tile.index() * TileId.WIDTH + 1, tile.index() * TileId.WIDTH + block.width());
            }
        }
        new Placement(tree, checkpoint.hashing(), strays).tell(findings);
        unvouched.forEach((first, last) -> findings.add(Finding.of(Kind.ENTRIES_UNVOUCHED, first, last)));
        for (var path : tree.upperTiles()) {
            if (path.width() == TileId.WIDTH && tree.upper(path.tile()).isPresent() && !tree.vouched(path.tile())) {
                altered(tree, path.tile());
            }
        }
    }

    /** Nothing leads to the signed root. Where entries and tiles differ is a hint, no more. */
    private void seekUnvouched() {
        findings.add(Kind.ROOT_DIFFERS, Map.of());
        var tree = trees.get(0);
        var strays = blocks.stream()
                .flatMap(block -> block.strays().getOrDefault(tree.part(), List.of()).stream())
                .toList();
        new Placement(tree, checkpoint.hashing(), strays).tell(findings);
    }

    private void altered(StoredTree tree, TileId tile) {
        var path = bundle.layout().path(Content.tileOf(tree.part()), tile);
        findings.add(Kind.TILE_ALTERED, Map.of("file", path.toString()));
    }
}

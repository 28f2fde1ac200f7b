package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.entry.AuditEntry;
import org.yiti.proof.entry.CanonicalJson;
import org.yiti.proof.entry.Fingerprint;
import org.yiti.proof.entry.Salt;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;

/** Makes leaves of drafts: numbers them, hashes what may be personal with salts, and lets the tree grow over them. */
final class Leaves {

    static final Hashing TREE = Hashing.BOTH;
    /** Below this many, handing work to another core costs more than it saves. */
    private static final int WORTH_SHARING = 512;

    /** As many are written by a statement sooner than by {@code COPY}, which takes four. */
    private static final int FEW = 16;

    static final String ROWS = "rows";

    private final SecureRandom random = new SecureRandom();

    /** About so many bytes is a row of the log. */
    private static final int ROW = 768;

    private record Leaf(byte[] bytes, Hash hash) {}

    SealedBatch seal(Frontier frontier, List<Draft> drafts) {
        var secrets = new byte[drafts.size() * Salt.LENGTH];
        random.nextBytes(secrets);
        var places = IntStream.range(0, drafts.size());
        var leaves = (drafts.size() < WORTH_SHARING ? places : places.parallel())
                .mapToObj(i -> leaf(frontier.size() + 1 + i, drafts.get(i), secret(secrets, i)))
                .toList();
        var growth = frontier.grow(leaves.stream().map(Leaf::hash).toList());
        var entries = IntStream.range(0, drafts.size())
                .mapToObj(i -> new SealedEntry(
                        frontier.size() + 1 + i,
                        drafts.get(i),
                        leaves.get(i).bytes(),
                        leaves.get(i).hash().bytes(),
                        secret(secrets, i)));
        return drafts.size() <= FEW
                ? new SealedBatch(entries.toList(), new byte[0], growth.strips(), growth.frontier())
                : new SealedBatch(List.of(), rows(entries, drafts.size()), growth.strips(), growth.frontier());
    }

    private static byte[] rows(Stream<SealedEntry> entries, int count) {
        var rows = new RowsToCopy(WriteEntries.FIELDS, count * ROW);
        entries.forEach(entry -> write(rows, entry));
        return rows.end();
    }

    private static byte[] secret(byte[] secrets, int place) {
        return Arrays.copyOfRange(secrets, place * Salt.LENGTH, (place + 1) * Salt.LENGTH);
    }

    private static Leaf leaf(long seq, Draft draft, byte[] secret) {
        var personal = new HashMap<String, Fingerprint>();
        draft.details().forEach((field, value) -> personal.put(field, commit(secret, field, value.getBytes(UTF_8))));
        if (!draft.rows().isEmpty()) {
            personal.put(ROWS, commit(secret, ROWS, rows(draft.rows()).getBytes(UTF_8)));
        }
        var bytes = new AuditEntry(
                        seq,
                        draft.at(),
                        draft.actor(),
                        null,
                        draft.action(),
                        draft.object(),
                        commitIfAny(secret, "before", draft.before()),
                        commitIfAny(secret, "after", draft.after()),
                        draft.requestId(),
                        draft.outcome(),
                        personal)
                .bytes();
        return new Leaf(bytes, TREE.leaf(bytes));
    }

    private static void write(RowsToCopy rows, SealedEntry entry) {
        var draft = entry.draft();
        rows.row()
                .number(entry.seq())
                .moment(draft.at())
                .text(draft.actor())
                .text(draft.action())
                .text(draft.object())
                .uuid(draft.objectId())
                .uuid(draft.institutionId())
                .text(draft.outcome())
                .number(draft.changeId())
                .bytes(draft.isSalted() ? entry.secret() : null)
                .json(draft.details().isEmpty() ? null : CanonicalJson.write(draft.details()))
                .bytes(entry.leaf())
                .bytes(entry.hash())
                .uuids(draft.rows());
    }

    /** As they are sealed; kept in a column by which an entry is found, and not once more as text. */
    static String rows(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    private static @Nullable Fingerprint commitIfAny(byte[] secret, String field, byte @Nullable [] value) {
        return value == null ? null : commit(secret, field, value);
    }

    private static Fingerprint commit(byte[] secret, String field, byte[] value) {
        return salt(secret, field).commit(Hashing.SM3, field, value);
    }

    /** Each field has a salt of its own: whoever is shown one value learns nothing about the others. */
    static Salt salt(byte[] secret, String field) {
        return Salt.of(Hashing.SHA_256.digest(secret, field.getBytes(UTF_8)).bytes());
    }
}

package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.entry.AuditEntry;
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

    static final String ROWS = "rows";

    private final SecureRandom random = new SecureRandom();

    private record Leaf(String row, Hash hash) {}

    SealedBatch seal(Frontier frontier, List<Draft> drafts) {
        var secrets = new byte[drafts.size() * Salt.LENGTH];
        random.nextBytes(secrets);
        var places = IntStream.range(0, drafts.size());
        var leaves = (drafts.size() < WORTH_SHARING ? places : places.parallel())
                .mapToObj(i -> leaf(
                        frontier.size() + 1 + i,
                        drafts.get(i),
                        Arrays.copyOfRange(secrets, i * Salt.LENGTH, (i + 1) * Salt.LENGTH)))
                .toList();
        var growth = frontier.grow(leaves.stream().map(Leaf::hash).toList());
        var rows = new StringBuilder();
        leaves.forEach(leaf -> rows.append(leaf.row()));
        return new SealedBatch(rows.toString().getBytes(UTF_8), growth.strips(), growth.frontier());
    }

    private static Leaf leaf(long seq, Draft draft, byte[] secret) {
        var personal = new HashMap<String, Fingerprint>();
        draft.details().forEach((field, value) -> personal.put(field, commit(secret, field, value)));
        if (!draft.rows().isEmpty()) {
            personal.put(ROWS, commit(secret, ROWS, rows(draft.rows())));
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
        var hash = TREE.leaf(bytes);
        var row = new CopyLine()
                .plain(seq)
                .plain(draft.at())
                .text(draft.actor())
                .text(draft.action())
                .text(draft.object())
                .plain(draft.objectId())
                .plain(draft.institutionId())
                .text(draft.outcome())
                .plain(draft.changeId())
                .bytes(draft.isSalted() ? secret : null)
                .json(draft.details())
                .text(new String(bytes, UTF_8))
                .bytes(hash.bytes())
                .ids(draft.rows())
                .end();
        return new Leaf(row, hash);
    }

    /** As they are sealed; kept in a column by which an entry is found, and not once more as text. */
    static String rows(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    private static @Nullable Fingerprint commitIfAny(byte[] secret, String field, @Nullable String value) {
        return value == null ? null : commit(secret, field, value);
    }

    private static Fingerprint commit(byte[] secret, String field, String value) {
        return salt(secret, field).commit(Hashing.SM3, field, value.getBytes(UTF_8));
    }

    /** Each field has a salt of its own: whoever is shown one value learns nothing about the others. */
    static Salt salt(byte[] secret, String field) {
        return Salt.of(Hashing.SHA_256.digest(secret, field.getBytes(UTF_8)).bytes());
    }
}

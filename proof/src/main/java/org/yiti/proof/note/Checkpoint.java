package org.yiti.proof.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiti.proof.Base64Text;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;

/**
 * The head of a log: whose it is, how many entries it has, and the root over them (C2SP tlog-checkpoint). The root of the
 * SM3 tree stands in an extension line {@code sm3 base64}, which verifiers that know only SHA-256 pass over.
 */
public record Checkpoint(String origin, long size, Hashing hashing, Hash root, List<String> otherLines) {

    private static final String SM3_LINE = "sm3 ";
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        otherLines = List.copyOf(otherLines);
        if (origin.isEmpty()
                || otherLines.contains("")
                || (origin + String.join("", otherLines)).chars().anyMatch(c -> c < ' ')
                || size < 0
                || hashing == Hashing.SM3
                || root.length() != hashing.length()
                || otherLines.stream().anyMatch(line -> line.startsWith(SM3_LINE))) {
            throw new ProofRefused(Refusal.CHECKPOINT_MALFORMED);
        }
    }

    public static Checkpoint of(String origin, Frontier frontier) {
        return new Checkpoint(origin, frontier.size(), frontier.hashing(), frontier.root(), List.of());
    }

    /** The root of one of its trees. */
    public Hash root(Hashing part) {
        return hashing.part(root, part);
    }

    /** The text that is signed. */
    public String text() {
        var lines = new ArrayList<String>(
                List.of(origin, Long.toString(size), root(Hashing.SHA_256).base64()));
        if (hashing == Hashing.BOTH) {
            lines.add(SM3_LINE + root(Hashing.SM3).base64());
        }
        lines.addAll(otherLines);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    static Checkpoint parse(String text) {
        var lines = List.of(text.split("\n", -1));
        // The text ends with a newline, after which nothing comes.
        if (lines.size() < 4 || lines.indexOf("") != lines.size() - 1) {
            throw new ProofRefused(Refusal.CHECKPOINT_MALFORMED);
        }
        var extensions = lines.subList(3, lines.size() - 1);
        var sm3 = extensions.stream().filter(line -> line.startsWith(SM3_LINE)).toList();
        var others =
                extensions.stream().filter(line -> !line.startsWith(SM3_LINE)).toList();
        if (sm3.size() > 1) {
            throw new ProofRefused(Refusal.CHECKPOINT_MALFORMED);
        }
        var sha256 = hash(lines.get(2));
        return sm3.isEmpty()
                ? new Checkpoint(lines.get(0), size(lines.get(1)), Hashing.SHA_256, sha256, others)
                : new Checkpoint(
                        lines.get(0),
                        size(lines.get(1)),
                        Hashing.BOTH,
                        Hash.both(sha256, hash(sm3.get(0).substring(SM3_LINE.length()))),
                        others);
    }

    private static Hash hash(String base64) {
        var bytes = Base64Text.decode(base64);
        if (bytes.length != Hashing.SHA_256.length()) {
            throw new ProofRefused(
                    Refusal.HASH_OF_WRONG_LENGTH, Map.of("expected", Hashing.SHA_256.length(), "found", bytes.length));
        }
        return Hash.of(bytes);
    }

    private static long size(String text) {
        try {
            if (SIZE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException beyondAnyLog) {
            // The same answer as below.
        }
        throw new ProofRefused(Refusal.CHECKPOINT_MALFORMED);
    }
}

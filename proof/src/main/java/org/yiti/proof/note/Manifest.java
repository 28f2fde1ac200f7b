package org.yiti.proof.note;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.tree.Hash;
import org.yiti.proof.tree.Hashing;

/**
 * What a package consists of: every file with its length, its SHA-256 and its SM3. A line of the text is
 * {@code sha256 sm3 length path}, so that it can be checked with the tools of any machine. It begins with a line that no
 * checkpoint has as its first and a second that none has as its second: one signature is never taken for the other.
 *
 * @param origin the log whose keys sign it
 * @param subject what it is about, on one line
 */
public record Manifest(String origin, String subject, Instant at, List<Entry> entries) {

    /** The file it stands in. */
    public static final String FILE = "manifest";

    private static final String FORMAT = "yiti-package-1";
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{64}) (0|[1-9][0-9]{0,9}) (\\S+)");
    private static final int HEAD = 4;

    /** @param hash SHA-256, then SM3 */
    public record Entry(String path, long length, Hash hash) {

        public static Entry of(String path, byte[] content) {
            return new Entry(path, content.length, Hashing.BOTH.digest(content));
        }

        public String sha256() {
            return hex(Hashing.SHA_256);
        }

        /** Whether this is the very file. */
        public boolean is(byte[] content) {
            return content.length == length && Hashing.BOTH.digest(content).equals(hash);
        }

        private String line() {
            return sha256() + " " + hex(Hashing.SM3) + " " + length + " " + path;
        }

        private String hex(Hashing part) {
            return HexFormat.of().formatHex(Hashing.BOTH.part(hash, part).bytes());
        }
    }

    public Manifest {
        entries = List.copyOf(entries);
        VerifierKey.fit(origin);
        var isTold = !subject.isBlank() && subject.chars().noneMatch(c -> c < ' ');
        var paths = entries.stream().map(Entry::path).toList();
        if (!isTold
                || entries.isEmpty()
                || paths.contains(FILE)
                || !paths.equals(paths.stream().sorted().distinct().toList())
                || !paths.stream().allMatch(path -> PATH.matcher(path).matches())) {
            throw new ProofRefused(Refusal.MANIFEST_MALFORMED);
        }
    }

    String text() {
        var text = new StringBuilder(String.join("\n", FORMAT, origin, subject, at.toString())).append('\n');
        entries.forEach(entry -> text.append(entry.line()).append('\n'));
        return text.toString();
    }

    static Manifest parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < HEAD + 2 || !lines[0].equals(FORMAT) || !lines[lines.length - 1].isEmpty()) {
            throw new ProofRefused(Refusal.MANIFEST_MALFORMED);
        }
        var entries = new ArrayList<Entry>();
        for (var i = HEAD; i < lines.length - 1; i++) {
            entries.add(entry(lines[i]));
        }
        try {
            return new Manifest(lines[1], lines[2], Instant.parse(lines[3]), entries);
        } catch (DateTimeException noMoment) {
            throw new ProofRefused(Refusal.MANIFEST_MALFORMED);
        }
    }

    private static Entry entry(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new ProofRefused(Refusal.MANIFEST_MALFORMED);
        }
        var hex = HexFormat.of();
        return new Entry(
                found.group(4),
                Long.parseLong(found.group(3)),
                Hash.both(Hash.of(hex.parseHex(found.group(1))), Hash.of(hex.parseHex(found.group(2)))));
    }
}

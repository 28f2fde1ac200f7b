package org.yiti.proof.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.Words;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.bundle.Shelf;
import org.yiti.proof.note.KeyFile;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.verify.EarlierCheck.Earlier;

/**
 * {@code java -jar yiti-verify.jar BUNDLE|--proof FILE [--key vkey]… [--earlier CHECKPOINT]… [--lang zh|en]}. Exit code
 * 0: whole and vouched for; 1: it is not; 2: that could not be found out.
 */
public final class Verify {

    private static final int UNDECIDED = 2;
    private static final int MOST_BYTES = 1 << 20;

    private final PrintStream out;
    private final Locale machine;

    /** For a program that has a bundle checked and shows what is said. */
    public Verify(PrintStream out, Locale machine) {
        this.out = out;
        this.machine = machine;
    }

    public static void main(String[] arguments) {
        var console = System.console();
        var charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        var out = new PrintStream(System.out, true, charset);
        System.exit(new Verify(out, Locale.getDefault()).run(arguments));
    }

    public int run(String... arguments) {
        var asked = Question.of(arguments, machine);
        if (asked.isEmpty()) {
            out.println(new Words("org.yiti.proof.verify.words", machine).say("usage"));
            return UNDECIDED;
        }
        var question = asked.get();
        try {
            var verdict = verdict(question);
            verdict.lines(question.locale()).forEach(out::println);
            return verdict.outcome().code();
        } catch (ProofRefused refused) {
            var words = new Words("org.yiti.proof.verify.words", question.locale());
            out.println(words.say("outcome.undecided", Map.of("why", refused.sentence(question.locale()))));
            return UNDECIDED;
        }
    }

    private static Verdict verdict(Question question) {
        var keys = new ArrayList<VerifierKey>();
        question.keys().forEach(key -> keys.addAll(keys(key)));
        var verification = new Verification(List.copyOf(keys), question.locale());
        if (question.proof().isPresent()) {
            return verification.proof(ExportedProof.parse(read(question.proof().get())));
        }
        var earlier = question.earlier().stream()
                .map(file -> new Earlier(file, read(file)))
                .toList();
        try (var shelf = Shelf.open(path(question.bundle().orElseThrow()))) {
            return PackageCheck.isPackage(shelf) ? verification.parcel(shelf) : verification.bundle(shelf, earlier);
        } catch (IOException closing) {
            throw new ProofRefused(
                    Refusal.BUNDLE_UNREADABLE, Map.of("file", question.bundle().orElseThrow()));
        }
    }

    /** A key itself, or a file of keys. */
    private static List<VerifierKey> keys(String text) {
        try {
            return List.of(VerifierKey.parse(text));
        } catch (ProofRefused noKey) {
            var file = path(text);
            if (!Files.exists(file)) {
                throw noKey;
            }
            return KeyFile.readVerifiers(file);
        }
    }

    private static byte[] read(String file) {
        try (var in = Files.newInputStream(path(file))) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ProofRefused(Refusal.FILE_TOO_LARGE, Map.of("file", file, "most", MOST_BYTES));
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new ProofRefused(Refusal.FILE_UNREADABLE, Map.of("file", file));
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException unfit) {
            throw new ProofRefused(Refusal.FILE_UNREADABLE, Map.of("file", file));
        }
    }
}

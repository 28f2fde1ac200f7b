package org.yiti.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yiti.proof.TestLog;
import org.yiti.proof.note.SignedCheckpoint;

/** What the program says and how it exits, when asked in English. */
record Asked(int exit, String said) {

    static Asked raw(Locale machine, String... arguments) {
        var out = new ByteArrayOutputStream();
        var exit = new Verify(new PrintStream(out, true, UTF_8), machine).run(arguments);
        return new Asked(exit, out.toString(UTF_8));
    }

    /** With both keys of the log, and what was kept of it. */
    static Asked about(Path bundle, TestLog log, SignedCheckpoint... kept) {
        var arguments = new ArrayList<>(List.of(bundle.toString(), "--lang", "en"));
        for (var key : List.of(log.ed25519, log.sm2)) {
            arguments.addAll(List.of("--key", key.verifier().toString()));
        }
        for (var checkpoint : kept) {
            arguments.addAll(List.of("--earlier", file(checkpoint).toString()));
        }
        return raw(Locale.ENGLISH, arguments.toArray(String[]::new));
    }

    private static Path file(SignedCheckpoint checkpoint) {
        try {
            var file = Files.createTempFile("kept" + checkpoint.checkpoint().size() + "-", ".checkpoint");
            file.toFile().deleteOnExit();
            return Files.write(file, checkpoint.bytes());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}

package org.yiti.ledger.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.yiti.kernel.Refused;
import org.yiti.kernel.file.Chunks;
import org.yiti.kernel.file.TemporaryFiles;
import org.yiti.kernel.problem.Wording;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.photograph.BrokenPicture;

/** Looks at what is handed in: its size, its name, what it is by its bytes. A photograph leaves what its camera wrote outside. */
@Component
@EnableConfigurationProperties(PaperLimits.class)
class Arrivals {

    private final PaperLimits limits;
    private final Wording wording;
    private final TemporaryFiles temporary;

    Arrivals(PaperLimits limits, Wording wording, TemporaryFiles temporary) {
        this.limits = limits;
        this.wording = wording;
        this.temporary = temporary;
    }

    PaperLimits limits() {
        return limits;
    }

    /** @param isPhotograph then it is kept without place, phone and time, and its hash is of what is kept */
    Arrival take(@Nullable MultipartFile file, boolean isPhotograph) throws IOException {
        if (file == null) {
            throw refused(LedgerRefusal.PAPER_MISSING, Map.of());
        }
        if (file.isEmpty()) {
            throw refused(LedgerRefusal.PAPER_EMPTY, Map.of());
        }
        if (file.getSize() > limits.largest().toBytes()) {
            throw tooLarge();
        }
        var given = file.getOriginalFilename();
        var name = FileName.of(given == null ? "" : given);
        var extension = "." + name.extension();
        var called = FileType.called(name.extension())
                .orElseThrow(() -> refused(LedgerRefusal.PAPER_TYPE_NOT_TAKEN, Map.of("extension", extension)));
        var path = temporary.create();
        try {
            // Where the server has put it aside already, it is moved, not copied.
            file.transferTo(path);
            refuseIfDifferent(called, extension, path);
            if (isPhotograph) {
                leaveTracesOut(called, extension, path);
            }
            return new Arrival(path, name, called, Files.size(path), sha256(path));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    private void leaveTracesOut(FileType type, String extension, Path path) throws IOException {
        var traces = type.traces();
        if (traces == null) {
            return;
        }
        var bare = temporary.create();
        try {
            try (var out = Files.newOutputStream(bare)) {
                traces.leaveOut(() -> Files.newInputStream(path), out);
            }
            Files.move(bare, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (BrokenPicture broken) {
            throw refused(LedgerRefusal.PAPER_UNREADABLE, Map.of("extension", extension));
        } finally {
            Files.deleteIfExists(bare);
        }
    }

    private void refuseIfDifferent(FileType called, String extension, Path path) throws IOException {
        var found = Signature.of(path);
        if (found.isEmpty()) {
            throw refused(LedgerRefusal.PAPER_UNREADABLE, Map.of("extension", extension));
        }
        if (!found.contains(called)) {
            var other = found.iterator().next().name();
            throw refused(LedgerRefusal.PAPER_TYPE_DIFFERS, Map.of("extension", extension, "found", other));
        }
    }

    Refused tooLarge() {
        return refused(
                LedgerRefusal.PAPER_TOO_LARGE,
                Map.of("megabytes", limits.largest().toMegabytes()));
    }

    private Refused refused(LedgerRefusal refusal, Map<String, ?> facts) {
        var sentence = wording.of(refusal.wording(), LocaleContextHolder.getLocale(), facts);
        return new Refused(refusal, facts, List.of(new Refused.FieldProblem("/file", sentence)));
    }

    private static String sha256(Path path) throws IOException {
        try (var stream = Files.newInputStream(path)) {
            return Chunks.sha256Of(stream);
        }
    }
}

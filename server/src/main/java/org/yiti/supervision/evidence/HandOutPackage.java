package org.yiti.supervision.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.kernel.file.TemporaryFiles;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Sight;
import org.yiti.safeguard.Vouch;
import org.yiti.supervision.CaseDossiers;

/**
 * Packs the evidence once that it leaves is sealed. Everything in it is signed for together. It is made as a file, since
 * what is wrong has to be told before the first byte is sent, and papers may be many.
 */
@Component
class HandOutPackage {

    /** @param zip a file that is there until it was handed out */
    record Packed(String number, Path zip, long size) {

        void handOut(OutputStream out) throws IOException {
            try {
                Files.copy(zip, out);
            } finally {
                Files.deleteIfExists(zip);
            }
        }
    }

    private final TakePackage take;
    private final CaseDossiers cases;
    private final WritePackage write;
    private final Vouch vouch;
    private final TemporaryFiles temporary;

    HandOutPackage(TakePackage take, CaseDossiers cases, WritePackage write, Vouch vouch, TemporaryFiles temporary) {
        this.take = take;
        this.cases = cases;
        this.write = write;
        this.vouch = vouch;
        this.temporary = temporary;
    }

    Packed masked(UUID id) {
        take.masked(id);
        return packed(id, Sight.everywhere(Eyes.NOTHING_GUARDED), false);
    }

    Packed whole(UUID id, UUID request) {
        take.approved(id, request);
        return packed(id, Sight.everywhere(Eyes.APPROVED), true);
    }

    private Packed packed(UUID id, Sight sight, boolean isWhole) {
        var file = cases.tell(id);
        try {
            var zip = temporary.create();
            try (var shelf = ShelfWriter.zip(new BufferedOutputStream(Files.newOutputStream(zip)))) {
                var packing = new Packing(shelf);
                write.write(packing, file, sight, isWhole);
                shelf.write(Vouch.MANIFEST, vouch.manifest("案件 " + file.number(), packing.entries()));
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(zip);
                throw failure;
            }
            return new Packed(file.number(), zip, Files.size(zip));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

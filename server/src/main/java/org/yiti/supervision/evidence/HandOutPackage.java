package org.yiti.supervision.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Sight;
import org.yiti.safeguard.Vouch;
import org.yiti.supervision.CaseDossiers;

/** Packs the evidence once that it leaves is sealed. Everything in it is signed for together. */
@Component
class HandOutPackage {

    record Packed(String number, byte[] zip) {}

    private final TakePackage take;
    private final CaseDossiers cases;
    private final WritePackage write;
    private final Vouch vouch;

    HandOutPackage(TakePackage take, CaseDossiers cases, WritePackage write, Vouch vouch) {
        this.take = take;
        this.cases = cases;
        this.write = write;
        this.vouch = vouch;
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
        Map<String, byte[]> files = new TreeMap<>(write.files(file, sight, isWhole));
        files.put(Vouch.MANIFEST, vouch.manifest("案件 " + file.number(), files));
        var zip = new ByteArrayOutputStream();
        try (var shelf = ShelfWriter.zip(zip)) {
            for (var one : files.entrySet()) {
                shelf.write(one.getKey(), one.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Packed(file.number(), zip.toByteArray());
    }
}

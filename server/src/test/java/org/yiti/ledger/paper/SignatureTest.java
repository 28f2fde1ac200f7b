package org.yiti.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final List<byte[]> SOUND = List.of(
            Samples.png(),
            Samples.jpeg(),
            Samples.pdf(),
            Samples.webp(),
            Samples.heic(),
            Samples.ofd(),
            Samples.docx(),
            Samples.xlsx(),
            Samples.compound("WordDocument", "1Table"),
            Samples.compound("Workbook"));

    @Test
    void everyKindIsKnownByItsBytes() {
        assertThat(SOUND.stream().map(SignatureTest::typesOf))
                .containsExactly(
                        Set.of(FileType.PNG),
                        Set.of(FileType.JPEG),
                        Set.of(FileType.PDF),
                        Set.of(FileType.WEBP),
                        Set.of(FileType.HEIC),
                        Set.of(FileType.OFD),
                        Set.of(FileType.DOCX),
                        Set.of(FileType.XLSX),
                        Set.of(FileType.WPS),
                        Set.of(FileType.ET));
    }

    @Test
    void aTableInATextMayBeEither() {
        assertThat(typesOf(Samples.compound("WordDocument", "Workbook")))
                .containsExactlyInAnyOrder(FileType.WPS, FileType.ET);
    }

    @Test
    void whatHasMacrosIsLockedOrIsAnArchiveIsNothingThatIsTaken() {
        assertThat(typesOf(Samples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(typesOf(Samples.compound("WordDocument", "_VBA_PROJECT_CUR")))
                .isEmpty();
        assertThat(typesOf(Samples.compound("EncryptedPackage", "EncryptionInfo")))
                .isEmpty();
        assertThat(typesOf(Samples.zip("批复.pdf"))).isEmpty();
        assertThat(typesOf(Samples.zip("xl/workbook.bin", "[Content_Types].xml")))
                .isEmpty();
        assertThat(typesOf("\0\0\0\u0018ftypavif\0\0\0\0mif1".getBytes())).isEmpty();
        assertThat(typesOf("<html><script>alert(1)</script>%PDF-".getBytes())).isEmpty();
    }

    @Property(tries = 300)
    void bytesOfOutsidersNeverUpsetIt(@ForAll byte[] bytes) {
        assertThat(typesOf(bytes)).isEmpty();
    }

    /** Cut anywhere, changed anywhere: it is what it was or nothing that is taken, and no failure. */
    @Property(tries = 600)
    void aDamagedFileIsNeverTakenForAnotherKind(@ForAll("damaged") Damaged damaged) {
        assertThat(typesOf(damaged.bytes())).isSubsetOf(typesOf(damaged.sound()));
    }

    record Damaged(byte[] sound, byte[] bytes) {}

    @Provide
    Arbitrary<Damaged> damaged() {
        return Arbitraries.of(SOUND)
                .flatMap(sound -> Arbitraries.integers()
                        .between(0, sound.length)
                        .flatMap(length -> Arbitraries.integers()
                                .between(0, sound.length - 1)
                                .flatMap(place -> Arbitraries.bytes().map(value -> {
                                    var bytes = sound.clone();
                                    bytes[place] = value;
                                    return new Damaged(sound, place % 2 == 0 ? bytes : Arrays.copyOf(bytes, length));
                                }))));
    }

    private static Set<FileType> typesOf(byte[] bytes) {
        try {
            Path file = Files.createTempFile("signature", null);
            try {
                return Signature.of(Files.write(file, bytes));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

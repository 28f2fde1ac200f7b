package org.yiti.ledger.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** What a file is by its bytes, whatever it is called. */
final class Signature {

    private static final int HEAD = 64;
    private static final int MOST_ENTRIES = 20_000;
    private static final Pattern HEIF = Pattern.compile("^.{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)");
    private static final Pattern HEVC_CODED = Pattern.compile("heic|heix|heim|heis|hevc|hevx");
    private static final Pattern DOCUMENT = Pattern.compile("word/document\\d*\\.xml");
    private static final Pattern WORKBOOK = Pattern.compile("xl/workbook\\d*\\.xml");

    private Signature() {}

    /** All that it can be: two where one is put into the other. Empty for what cannot be told, is broken or has macros. */
    static Set<FileType> of(Path file) throws IOException {
        var head = head(file);
        if (head.startsWith("%PDF-")) {
            return Set.of(FileType.PDF);
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Set.of(FileType.JPEG);
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Set.of(FileType.PNG);
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Set.of(FileType.WEBP);
        }
        if (HEIF.matcher(head).find() && HEVC_CODED.matcher(head).find()) {
            return Set.of(FileType.HEIC);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return packed(file);
        }
        return head.startsWith(CompoundNames.MAGIC) ? compound(CompoundNames.of(file)) : Set.of();
    }

    private static String head(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(HEAD), ISO_8859_1);
        }
    }

    /** By the table of contents alone: nothing is unpacked. */
    private static Set<FileType> packed(Path file) {
        // Names that say no encoding are read byte by byte: whatever they are, they are no reason to fail.
        try (var zip = new ZipFile(file.toFile(), ISO_8859_1)) {
            if (zip.size() > MOST_ENTRIES) {
                return Set.of();
            }
            var names = zip.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
            if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
                return Set.of();
            }
            if (names.contains("OFD.xml")) {
                return Set.of(FileType.OFD);
            }
            if (!names.contains("[Content_Types].xml")) {
                return Set.of();
            }
            return names.stream().anyMatch(DOCUMENT.asMatchPredicate())
                    ? Set.of(FileType.DOCX)
                    : names.stream().anyMatch(WORKBOOK.asMatchPredicate()) ? Set.of(FileType.XLSX) : Set.of();
        } catch (IOException | IllegalArgumentException broken) {
            return Set.of();
        }
    }

    private static Set<FileType> compound(Set<String> names) {
        if (names.contains("EncryptedPackage")
                || names.stream().anyMatch(name -> name.startsWith("_VBA_PROJECT") || name.equals("Macros"))) {
            return Set.of();
        }
        var isText = names.contains("WordDocument");
        var isTable = names.contains("Workbook") || names.contains("Book");
        return isText && isTable
                ? Set.of(FileType.WPS, FileType.ET)
                : isText ? Set.of(FileType.WPS) : isTable ? Set.of(FileType.ET) : Set.of();
    }
}

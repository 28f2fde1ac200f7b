package org.yiti.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is, told by its first bytes. */
final class FileKind {

    private static final byte[][] FOREIGN = {
        "%PDF".getBytes(StandardCharsets.ISO_8859_1),
        {(byte) 0x89, 'P', 'N', 'G'},
        {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
        {'G', 'I', 'F', '8'},
        {0x1F, (byte) 0x8B},
        {'7', 'z', (byte) 0xBC, (byte) 0xAF},
        {'R', 'a', 'r', '!', 0x1A},
        {'{', '\\', 'r', 't', 'f'},
        {0x7F, 'E', 'L', 'F'}
    };

    private FileKind() {}

    static WorkbookFile open(Path file, String originalName, Limits limits) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw UnreadableFile.because(FileRefusal.EMPTY);
            }
            if (size > limits.fileBytes()) {
                throw UnreadableFile.over(FileRefusal.TOO_LARGE, limits.fileBytes());
            }
            byte[] head = head(file);
            if (startsWith(head, CompoundFile.MAGIC)) {
                throw UnreadableFile.because(CompoundFile.refusal(file));
            }
            if (startsWith(head, new byte[] {'P', 'K', 3, 4}) || startsWith(head, new byte[] {'P', 'K', 5, 6})) {
                return XlsxFile.open(file, limits);
            }
            for (byte[] magic : FOREIGN) {
                if (startsWith(head, magic)) {
                    throw UnreadableFile.because(FileRefusal.NOT_A_WORKBOOK);
                }
            }
            return TextFile.open(file, originalName, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}

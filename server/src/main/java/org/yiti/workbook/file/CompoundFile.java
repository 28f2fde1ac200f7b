package org.yiti.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An OLE compound file: either an encrypted workbook or something from before 2007. */
final class CompoundFile {

    static final byte[] MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final int CHUNK = 1 << 16;

    private CompoundFile() {}

    /** Looks for the names of the streams anywhere: following the sector chains of a hostile file is not worth its traps. */
    static FileRefusal refusal(Path file) throws IOException {
        String encrypted = utf16("EncryptedPackage");
        String workbook = utf16("Workbook");
        String book = utf16("Book");
        boolean old = false;
        try (InputStream in = Files.newInputStream(file)) {
            String carry = "";
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                String seen = carry + new String(chunk, StandardCharsets.ISO_8859_1);
                if (seen.contains(encrypted)) {
                    return FileRefusal.ENCRYPTED;
                }
                old |= seen.contains(workbook) || seen.contains(book);
                carry = seen.substring(Math.max(0, seen.length() - encrypted.length()));
            }
        }
        return old ? FileRefusal.OLD_XLS : FileRefusal.NOT_A_WORKBOOK;
    }

    private static String utf16(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}

package org.yiti.identity.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that are known from breaches (ASVS 5.0 6.2.12). There are a thousand million of them: whoever keeps the house
 * fetches the file, and no password is asked about anywhere else. It is the one that Pwned Passwords gives out ordered by
 * hash, a line each: SHA-1 in hexadecimal, a colon, how often. Looked up by halves, some forty reads.
 */
@Component
class KnownBreaches {

    private static final Pattern LINE = Pattern.compile("[0-9A-F]{40}(:[0-9]+)?");
    private static final int HASH = 40;

    private final String file;

    /** @param file none where it is blank */
    KnownBreaches(@Value("${yiti.identity.breached-passwords:}") String file) throws IOException {
        this.file = file;
        if (!file.isBlank()) {
            try (var lines = new RandomAccessFile(file, "r")) {
                var first = lines.readLine();
                if (first == null || !LINE.matcher(first).matches()) {
                    throw new IllegalStateException(
                            file + " is no list of breached passwords by SHA-1: see YITI_BREACHED_PASSWORDS in docs/operate/identity.md");
                }
            }
        }
    }

    boolean has(String password) {
        if (file.isBlank()) {
            return false;
        }
        try (var lines = new RandomAccessFile(file, "r")) {
            return has(lines, hash(password));
        } catch (IOException unread) {
            throw new UncheckedIOException("Whether a password was breached cannot be told", unread);
        }
    }

    private static boolean has(RandomAccessFile lines, String wanted) throws IOException {
        long from = 0;
        long to = lines.length();
        // the line looked for begins at or after from, and before to
        while (from < to) {
            var middle = from + (to - from) / 2;
            var begin = beginOfLine(lines, middle);
            lines.seek(begin);
            var line = new byte[HASH];
            lines.readFully(line, 0, (int) Math.min(HASH, lines.length() - begin));
            var compared = new String(line, US_ASCII).compareTo(wanted);
            if (compared == 0) {
                return true;
            }
            if (compared < 0) {
                lines.readLine();
                from = lines.getFilePointer();
            } else {
                to = begin;
            }
        }
        return false;
    }

    private static long beginOfLine(RandomAccessFile lines, long at) throws IOException {
        var begin = at;
        while (begin > 0) {
            lines.seek(begin - 1);
            if (lines.read() == '\n') {
                return begin;
            }
            begin--;
        }
        return 0;
    }

    /** As the list has them: nothing is kept by it or protected with it. */
    private static String hash(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

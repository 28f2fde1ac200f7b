package org.yiti.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file, by trying: a byte order mark, the zeros of UTF-16, then UTF-8 and GB18030 over the whole file,
 * because the first Chinese character may come late.
 */
record TextEncoding(Charset charset, int markBytes) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 1 << 16;

    static TextEncoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        TextEncoding marked = byMark(head);
        if (marked != null) {
            Reading reading = Reading.of(file, marked.charset, marked.markBytes);
            if (reading.flawLine > 0) {
                throw UnreadableFile.because(FileRefusal.UNKNOWN_ENCODING).atRow(reading.flawLine);
            }
            return marked;
        }
        Charset wide = utf16(head);
        if (wide != null && Reading.of(file, wide, 0).flawLine == 0) {
            return new TextEncoding(wide, 0);
        }
        return byTrying(file, head);
    }

    private static @Nullable TextEncoding byMark(byte[] head) {
        int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        boolean utf8 = first == 0xEFBB && head.length > 2 && (head[2] & 0xFF) == 0xBF;
        if (utf8) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (first == 0xFFFE && head.length > 3 && head[2] == 0 && head[3] == 0) {
            throw UnreadableFile.because(FileRefusal.UNKNOWN_ENCODING).atRow(1);
        }
        if (first == 0xFFFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return first == 0xFEFF ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    /** Separators, digits and line ends have a zero on one side; so has 一 (4E00), on the other. */
    private static @Nullable Charset utf16(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += 1 - (i & 1);
                odd += i & 1;
            }
        }
        int few = head.length / 100;
        if (Math.max(even, odd) <= few || head.length < 2) {
            return null;
        }
        return odd > 2 * even ? StandardCharsets.UTF_16LE : even > 2 * odd ? StandardCharsets.UTF_16BE : null;
    }

    private static TextEncoding byTrying(Path file, byte[] head) throws IOException {
        Reading utf8 = Reading.of(file, StandardCharsets.UTF_8, 0);
        if (utf8.flawLine == 0) {
            boolean chinese =
                    utf8.couldBeChinese() && Reading.of(file, GB18030, 0).onlyIdeographs();
            return new TextEncoding(chinese ? GB18030 : StandardCharsets.UTF_8, 0);
        }
        for (byte b : head) {
            if (b == 0) {
                throw UnreadableFile.because(FileRefusal.NOT_A_WORKBOOK);
            }
        }
        if (utf8.damagedRatherThanAnother()) {
            throw UnreadableFile.because(FileRefusal.UNKNOWN_ENCODING).atRow(utf8.flawLine);
        }
        Reading gb18030 = Reading.of(file, GB18030, 0);
        if (gb18030.flawLine > 0) {
            throw UnreadableFile.because(FileRefusal.UNKNOWN_ENCODING).atRow(gb18030.flawLine);
        }
        return new TextEncoding(GB18030, 0);
    }

    /** What one pass in one encoding has met. */
    private static final class Reading {
        private int flawLine;
        private long flaws;
        private int line = 1;
        private long latinOrGreek;
        private long otherNarrow;
        private long ideographs;
        private long otherWide;

        static Reading of(Path file, Charset charset, int skip) throws IOException {
            Reading reading = new Reading();
            CharsetDecoder decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
            CharBuffer chars = CharBuffer.allocate(SAMPLE);
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(skip);
                boolean end = false;
                while (!end) {
                    int n = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                    end = n < bytes.remaining();
                    bytes.limit(bytes.position() + n).position(0);
                    reading.decode(decoder, bytes, chars, end);
                    bytes.compact();
                }
            }
            return reading;
        }

        private void decode(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end) {
            while (true) {
                CoderResult result = decoder.decode(bytes, chars, end);
                count(chars.flip());
                chars.clear();
                if (result.isError()) {
                    flaws++;
                    flawLine = flawLine == 0 ? line : flawLine;
                    bytes.position(bytes.position() + Math.min(result.length(), bytes.remaining()));
                } else if (result.isUnderflow()) {
                    return;
                }
            }
        }

        private void count(CharBuffer chars) {
            char[] array = chars.array();
            for (int i = 0; i < chars.limit(); i++) {
                char c = array[i];
                if (c < 0x80) {
                    line += c == '\n' ? 1 : 0;
                } else if (c < 0x800) {
                    boolean familiar = c < 0x100 || c >= 0x370 && c < 0x400;
                    latinOrGreek += familiar ? 1 : 0;
                    otherNarrow += familiar ? 0 : 1;
                } else if (c >= 0x4E00 && c < 0xA000) {
                    ideographs++;
                } else {
                    otherWide++;
                }
            }
        }

        /** A word or two of Chinese in GBK can be UTF-8 by accident, as Cyrillic or Arabic that nobody wrote. */
        boolean couldBeChinese() {
            return otherNarrow > 0 && latinOrGreek + ideographs + otherWide == 0;
        }

        boolean onlyIdeographs() {
            return flaws == 0 && ideographs > 0 && latinOrGreek + otherNarrow + otherWide == 0;
        }

        /** GB18030 takes almost any bytes: Chinese in UTF-8 with a flaw here and there must not become another Chinese. */
        boolean damagedRatherThanAnother() {
            return ideographs > 10 * flaws;
        }
    }
}

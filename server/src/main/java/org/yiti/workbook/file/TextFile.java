package org.yiti.workbook.file;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A CSV or TSV file: one sheet, every cell a text. */
final class TextFile implements WorkbookFile {

    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\Asep=(.)(\\r\\n|\\n|\\r|\\z)");
    private static final Pattern WEB_PAGE = Pattern.compile(
            "\\A\\s*<(?:!doctype|html|head|meta|table|\\?xml|\\?mso).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Path file;
    private final Limits limits;
    private final TextEncoding encoding;
    private final Sheet sheet;
    private final long size;
    private volatile long done;

    private TextFile(Path file, Limits limits, TextEncoding encoding, Sheet sheet, long size) {
        this.file = file;
        this.limits = limits;
        this.encoding = encoding;
        this.sheet = sheet;
        this.size = size;
    }

    static TextFile open(Path file, String originalName, Limits limits) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        TextFile text =
                new TextFile(file, limits, encoding, new Sheet(baseName(originalName), false), Files.size(file));
        try (BufferedReader in = text.reader()) {
            String start = start(in);
            if (start.length() < Delimiter.SAMPLE && start.isBlank()) {
                throw UnreadableFile.because(FileRefusal.EMPTY);
            }
            if (WEB_PAGE.matcher(start).matches()) {
                throw UnreadableFile.because(FileRefusal.WEB_PAGE);
            }
        }
        return text;
    }

    private static String baseName(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(sheet);
    }

    @Override
    public void read(String name, RowHandler handler) {
        if (!name.equals(sheet.name())) {
            throw new IllegalArgumentException("no sheet " + name);
        }
        try (BufferedReader in = reader()) {
            String start = start(in);
            var line = SEPARATOR_LINE.matcher(start);
            char delimiter;
            if (line.find()) {
                delimiter = line.group(1).charAt(0);
                in.skip(line.end());
            } else {
                delimiter = Delimiter.guess(start);
            }
            new CsvRows(in, delimiter, limits).read(handler);
        } catch (UnreadableFile e) {
            throw e.inSheet(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isDelimited() {
        return true;
    }

    /** The beginning, which stays unread. */
    private static String start(BufferedReader in) throws IOException {
        char[] chars = new char[Delimiter.SAMPLE];
        in.mark(Delimiter.SAMPLE);
        int length = 0;
        for (int n = 0; n >= 0 && length < chars.length; length += Math.max(n, 0)) {
            n = in.read(chars, length, chars.length - length);
        }
        in.reset();
        return new String(chars, 0, length);
    }

    private BufferedReader reader() throws IOException {
        done = 0;
        InputStream in = new Counted(Files.newInputStream(file));
        in.skipNBytes(encoding.markBytes());
        Reader decoded = new InputStreamReader(in, encoding.charset());
        return new BufferedReader(decoded, 1 << 16);
    }

    @Override
    public double progress() {
        return Math.min(1, (double) done / size);
    }

    @Override
    public void close() {
        // Nothing is held open between two reads.
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            done += Math.max(0, n);
            return n;
        }
    }
}

package org.yiti.workbook.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts in a temporary file, in blocks; cells mostly ask in the order the texts were first used, so few blocks are read. */
final class SpilledStrings implements Closeable {

    private static final int BLOCK = 64;
    private static final int BUFFER_BYTES = 1 << 18;
    private static final long CACHE_CHARS = 4L << 20;

    private record Block(List<Cell> cells, long chars) {}

    private final int cellChars;
    private final FileChannel file;
    private final Map<Integer, Block> cache = new LinkedHashMap<>(64, 0.75f, true);
    private long cachedChars;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long[] starts = new long[1024];
    private long written;
    private int count;

    SpilledStrings(int cellChars) {
        this.cellChars = cellChars;
        try {
            Path path = Files.createTempFile("yiti-strings", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String raw) {
        if (count % BLOCK == 0) {
            int block = count / BLOCK;
            if (block == starts.length) {
                starts = Arrays.copyOf(starts, block * 2);
            }
            starts[block] = written;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        if (buffer.remaining() < bytes.length + 4) {
            flush();
        }
        if (buffer.remaining() < bytes.length + 4) {
            buffer = ByteBuffer.allocate(bytes.length + BUFFER_BYTES);
        }
        buffer.putInt(bytes.length).put(bytes);
        written += bytes.length + 4;
        count++;
    }

    @Nullable
    Cell get(int index) {
        if (index >= count) {
            return null;
        }
        int number = index / BLOCK;
        Block block = cache.get(number);
        if (block == null) {
            flush();
            block = read(number);
            cache.put(number, block);
            cachedChars += block.chars;
            evict();
        }
        return block.cells.get(index % BLOCK);
    }

    private void evict() {
        var oldest = cache.values().iterator();
        while (cachedChars > CACHE_CHARS && cache.size() > 1) {
            cachedChars -= oldest.next().chars;
            oldest.remove();
        }
    }

    private Block read(int number) {
        long start = starts[number];
        int strings = Math.min(BLOCK, count - number * BLOCK);
        long end = strings == BLOCK && (number + 1) * BLOCK < count ? starts[number + 1] : written;
        ByteBuffer bytes = ByteBuffer.allocate((int) (end - start));
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, start + bytes.position()) < 0) {
                    throw new IOException("temporary file cut short");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip();
        List<Cell> cells = new ArrayList<>(strings);
        long chars = BLOCK * 16L;
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            String raw = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
            bytes.position(bytes.position() + length);
            chars += raw.length();
            cells.add(RichText.cell(raw, cellChars));
        }
        return new Block(cells, chars);
    }

    private void flush() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.clear();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

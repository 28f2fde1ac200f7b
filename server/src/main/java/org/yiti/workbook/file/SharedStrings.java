package org.yiti.workbook.file;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The texts that cells refer to by number: the first in memory, the many in a temporary file. */
final class SharedStrings extends PartHandler implements Closeable {

    private static final long MEMORY_BYTES = 32L << 20;
    private static final int OBJECT_BYTES = 72;

    private final int cellChars;
    private final RichText text;
    private final List<Cell> inMemory = new ArrayList<>();
    private long memoryBytes;
    private @Nullable SpilledStrings spilled;

    private SharedStrings(int cellChars) {
        this.cellChars = cellChars;
        this.text = new RichText(cellChars);
    }

    static SharedStrings of(ZipParts parts, @Nullable String path, int cellChars) {
        SharedStrings strings = new SharedStrings(cellChars);
        if (path != null) {
            try {
                strings.parse(parts, path);
            } catch (RuntimeException e) {
                strings.close();
                throw e;
            }
        }
        return strings;
    }

    /** Null when there is no such text. */
    @Nullable
    Cell get(int index) {
        if (index < inMemory.size()) {
            return index < 0 ? null : inMemory.get(index);
        }
        return spilled == null ? null : spilled.get(index - inMemory.size());
    }

    @Override
    void start(String name, Attributes attributes) {
        if (name.equals("si")) {
            text.reset();
        } else {
            text.start(name);
        }
    }

    @Override
    void end(String name) {
        text.end(name);
        if (name.equals("si")) {
            add(text.raw());
        }
    }

    @Override
    void text(char[] ch, int start, int length) {
        text.text(ch, start, length);
    }

    private void add(String raw) {
        if (spilled == null && memoryBytes < MEMORY_BYTES) {
            memoryBytes += OBJECT_BYTES + 2L * raw.length();
            inMemory.add(RichText.cell(raw, cellChars));
            return;
        }
        if (spilled == null) {
            spilled = new SpilledStrings(cellChars);
        }
        spilled.add(raw);
    }

    @Override
    public void close() {
        if (spilled != null) {
            spilled.close();
        }
    }
}

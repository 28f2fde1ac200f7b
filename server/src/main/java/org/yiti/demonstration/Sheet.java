package org.yiti.demonstration;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One ledger as a workbook would bring it: header and rows of text, empty cells null.
 * Rows may be asked for again and are the same again; at most one city is held in memory.
 */
public record Sheet(String ledger, List<String> columns, Supplier<Stream<@Nullable String[]>> source) {
    public Stream<@Nullable String[]> rows() {
        return source.get();
    }
}

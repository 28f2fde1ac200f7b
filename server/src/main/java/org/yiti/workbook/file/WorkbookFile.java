package org.yiti.workbook.file;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

/** A workbook or text file opened for reading; holds a bounded amount of it in memory, whatever its size. */
public interface WorkbookFile extends Closeable {

    /**
     * Tells by its bytes, not its name, what a file is.
     *
     * @param originalName as the person called it: the sheet of a text file is named after it
     * @throws UnreadableFile when it is nothing we read
     */
    static WorkbookFile open(Path file, String originalName, Limits limits) {
        return FileKind.open(file, originalName, limits);
    }

    /** The sheets that hold cells, in the order of their tabs. */
    List<Sheet> sheets();

    /**
     * Hands over every row that is not blank, in order, until the handler has enough.
     *
     * @throws UnreadableFile when the sheet cannot be read on; rows before the damage have been handed over
     */
    void read(String sheet, RowHandler handler);

    /** A text whose cells are told apart by a sign that may stand in a cell by mistake. */
    default boolean isDelimited() {
        return false;
    }

    /** How much of the sheet being read is done, from 0 to 1; may be asked from another thread. */
    double progress();

    /** How much there is to read in a sheet, beside the others. */
    default long size(String sheet) {
        return 1;
    }

    @Override
    void close();

    /** @param hidden not shown to the person who sees the file in Excel */
    record Sheet(String name, boolean hidden) {}

    /** Takes the rows of a sheet one by one. */
    @FunctionalInterface
    interface RowHandler {

        /** Returns whether it wants the next row. */
        boolean row(Row row);
    }
}

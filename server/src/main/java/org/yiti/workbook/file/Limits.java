package org.yiti.workbook.file;

/**
 * How much of a file is taken before it is refused.
 *
 * @param fileBytes size of the file itself
 * @param unzippedBytes size of any one part, and of all parts as the archive declares them, once inflated
 * @param cellChars UTF-16 units in one cell
 * @param columns columns that may hold content
 * @param sheetRows rows with content in one sheet of a workbook
 * @param textRows rows in a text file
 */
public record Limits(long fileBytes, long unzippedBytes, int cellChars, int columns, int sheetRows, int textRows) {

    /** Excel's own limits where it has one, and otherwise what an honest ledger stays below. */
    public static final Limits DEFAULT = new Limits(200L << 20, 4L << 30, 32_767, 1_000, 1_048_576, 5_000_000);
}

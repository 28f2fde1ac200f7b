package org.yiti.workbook.file;

/** Why a file, or the rest of it, cannot be read at all; a single bad cell is never a refusal. */
public enum FileRefusal {
    /** No byte, or no sheet. */
    EMPTY,
    /** The file itself is larger than allowed; the limit is in bytes. */
    TOO_LARGE,
    /** Password-protected: an encrypted workbook or an encrypted zip. */
    ENCRYPTED,
    /** Excel 97-2003 (.xls): save as .xlsx. */
    OLD_XLS,
    /** Binary workbook (.xlsb): save as .xlsx. */
    BINARY_WORKBOOK,
    /** A spreadsheet of OpenDocument (.ods): save as .xlsx. */
    OPEN_DOCUMENT,
    /** HTML or XML under a workbook's name, as some systems export it: open it in Excel and save as .xlsx. */
    WEB_PAGE,
    /** Something else: a picture, a document, an archive, a program. */
    NOT_A_WORKBOOK,
    /** A workbook whose inside is damaged. */
    CORRUPT,
    /** Inflates beyond any honest workbook. */
    ZIP_BOMB,
    /** More rows with content than the limit. */
    TOO_MANY_ROWS,
    /** A row with content beyond the last allowed column. */
    TOO_WIDE,
    /** A text longer than a cell can hold. */
    TOO_LONG_CELL,
    /** More merged ranges than the limit. */
    TOO_MANY_MERGED_RANGES,
    /** A quotation mark in a text file that is never closed; the row is where it was opened. */
    UNCLOSED_QUOTE,
    /** Neither UTF-8, UTF-16 nor GB18030; the row is the line of the first byte that fits none. */
    UNKNOWN_ENCODING
}

package org.yiti.workbook.file;

import org.jspecify.annotations.Nullable;

/** A file was refused, and where: the only exception that the content of a file can cause. */
public final class UnreadableFile extends RuntimeException {

    private final FileRefusal refusal;
    private final Facts facts;

    /**
     * What is known about the place; whatever is not known is null.
     *
     * @param row as Excel shows it, or the line of a text file
     * @param column counted from 1
     */
    public record Facts(
            @Nullable String sheet,
            @Nullable Integer row,
            @Nullable Integer column,
            @Nullable Long limit) {

        static final Facts NONE = new Facts(null, null, null, null);
    }

    private UnreadableFile(FileRefusal refusal, Facts facts, @Nullable Throwable cause) {
        super(refusal + " " + facts, cause);
        this.refusal = refusal;
        this.facts = facts;
    }

    static UnreadableFile because(FileRefusal refusal) {
        return new UnreadableFile(refusal, Facts.NONE, null);
    }

    static UnreadableFile because(FileRefusal refusal, Throwable cause) {
        return new UnreadableFile(refusal, Facts.NONE, cause);
    }

    static UnreadableFile over(FileRefusal refusal, long limit) {
        return new UnreadableFile(refusal, new Facts(null, null, null, limit), null);
    }

    UnreadableFile inSheet(String sheet) {
        return new UnreadableFile(refusal, new Facts(sheet, facts.row, facts.column, facts.limit), getCause());
    }

    UnreadableFile atRow(int row) {
        return new UnreadableFile(refusal, new Facts(facts.sheet, row, facts.column, facts.limit), getCause());
    }

    /** The column counts from 0, as lists do. */
    UnreadableFile atColumn(int column) {
        return new UnreadableFile(refusal, new Facts(facts.sheet, facts.row, column + 1, facts.limit), getCause());
    }

    public FileRefusal refusal() {
        return refusal;
    }

    public Facts facts() {
        return facts;
    }
}

package org.yiti.workbook.file;

/** The two halves of "AB12". */
final class CellReference {

    static final int LAST_COLUMN = 16_383;
    static final int LAST_ROW = 1_048_576;

    private CellReference() {}

    /** From 0; -1 when there is no such column. */
    static int column(String ref) {
        int column = 0;
        int i = 0;
        for (; i < ref.length() && i < 4; i++) {
            int letter = (ref.charAt(i) & ~0x20) - 'A';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        return i == 0 || column > LAST_COLUMN + 1 ? -1 : column - 1;
    }

    /** The letters of a column counted from 0. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.toString();
    }

    /** From 1; -1 when there is no such row. */
    static int row(String ref) {
        int row = 0;
        boolean digits = false;
        for (int i = 0; i < ref.length(); i++) {
            char c = ref.charAt(i);
            if (c >= '0' && c <= '9') {
                row = row * 10 + c - '0';
                digits = true;
                if (row > LAST_ROW) {
                    return -1;
                }
            } else if (digits) {
                return -1;
            }
        }
        return row > 0 ? row : -1;
    }
}

package org.yiti.workbook.file;

/** Which character parts the cells: the one that occurs equally often in the first rows. */
final class Delimiter {

    static final int SAMPLE = 1 << 16;
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 30;

    private Delimiter() {}

    static char guess(CharSequence start) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(start, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** Rows that have as many as the first count most; how many there are decides between equals. */
    private static long score(CharSequence start, char candidate) {
        int[] counts = new int[ROWS];
        int rows = 0;
        int inRow = 0;
        boolean quoted = false;
        boolean content = false;
        for (int i = 0; i < start.length() && rows < ROWS; i++) {
            char c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == candidate) {
                inRow++;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (content) {
                    counts[rows++] = inRow;
                }
                inRow = 0;
                content = false;
                continue;
            }
            content = true;
        }
        if (content && rows == 0) {
            counts[rows++] = inRow;
        }
        long same = 0;
        for (int i = 0; i < rows; i++) {
            same += counts[i] == counts[0] ? 1 : 0;
        }
        return counts[0] == 0 ? 0 : same * 1_000_000 / rows + Math.min(counts[0], 10_000);
    }
}

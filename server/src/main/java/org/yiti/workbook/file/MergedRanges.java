package org.yiti.workbook.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merged ranges of a sheet, walked along with its rows. */
final class MergedRanges {

    static final int MOST = 1_000_000;

    private final List<int[]> ranges = new ArrayList<>();
    private final List<Active> active = new ArrayList<>();
    private int next;

    private static final class Active {
        private final int[] range;
        private Cell anchor = Cell.BLANK;

        Active(int[] range) {
            this.range = range;
        }
    }

    void add(int[] firstRowFirstColumnLastRowLastColumn) {
        if (ranges.size() == MOST) {
            throw UnreadableFile.over(FileRefusal.TOO_MANY_MERGED_RANGES, MOST);
        }
        ranges.add(firstRowFirstColumnLastRowLastColumn);
    }

    void sort() {
        ranges.sort(Comparator.<int[]>comparingInt(r -> r[0]).thenComparingInt(r -> r[1]));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Puts a covered cell wherever this row lies under a range; rows come in order. Returns how many cells there are now. */
    int cover(int row, Cell[] cells, int count) {
        active.removeIf(a -> a.range[2] < row);
        for (; next < ranges.size() && ranges.get(next)[0] <= row; next++) {
            if (ranges.get(next)[2] >= row) {
                active.add(new Active(ranges.get(next)));
                if (active.size() > 2 * cells.length) {
                    throw UnreadableFile.because(FileRefusal.CORRUPT);
                }
            }
        }
        int covered = count;
        for (Active a : active) {
            covered = Math.max(covered, cover(a, row, cells, covered));
        }
        return covered;
    }

    private static int cover(Active a, int row, Cell[] cells, int count) {
        int first = a.range[1];
        int last = Math.min(a.range[3], cells.length - 1);
        if (first > last) {
            return count;
        }
        if (count <= last) {
            Arrays.fill(cells, count, last + 1, Cell.BLANK);
        }
        if (row == a.range[0]) {
            a.anchor = cells[first];
            first++;
        }
        if (first <= last) {
            Arrays.fill(cells, first, last + 1, new Cell.Covered(a.range[0], a.range[1], a.anchor));
        }
        return last + 1;
    }

    /** Reads "A1:C3"; null for anything else, and for a single cell. */
    static int @Nullable [] parse(String ref) {
        int colon = ref.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String first = ref.substring(0, colon);
        String last = ref.substring(colon + 1);
        int[] range = {
            CellReference.row(first), CellReference.column(first), CellReference.row(last), CellReference.column(last)
        };
        boolean sound = range[0] > 0 && range[1] >= 0 && range[2] >= range[0] && range[3] >= range[1];
        return sound && !first.equals(last) ? range : null;
    }
}

package org.yiti.workbook.file;

import java.util.List;
import java.util.Set;

/**
 * One row with content; blank rows are not reported, so numbers may skip.
 *
 * @param number as Excel shows it, from 1
 * @param cells from column A (index 0) to the last that is not blank
 * @param formulas indexes of the cells whose value was calculated by a formula
 */
public record Row(int number, List<Cell> cells, Set<Integer> formulas) {

    /** The cell at an index from 0; blank beyond the end. */
    public Cell cell(int index) {
        return index < cells.size() ? cells.get(index) : Cell.BLANK;
    }

    /** Whether the cell's value was calculated, so that it may be stale or point to another file. */
    public boolean formula(int index) {
        return formulas.contains(index);
    }
}

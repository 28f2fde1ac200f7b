package org.yiti.ledger.listing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;

/**
 * How the rows of a ledger too long to be looked through at once are gone through: in the order of the list, so many for
 * a page. Where a filter has to look at one row after the other, such a page says how far it came, instead of making
 * people wait for a row that there may be none of.
 *
 * @param along the column that sorts the list
 * @param through rows that are gone through
 * @param everyRow whether all of them fit, because nothing is asked of them by themselves
 * @param amongFew whether only the rows of the institutions asked for are gone through, one institution after the other
 *     by index. The rows of many would have to be gathered and sorted first; then everybody's are gone through.
 */
record Looking(Column along, int through, boolean everyRow, boolean amongFew) {

    /** Where they lie together some milliseconds, where each lies on a page of its own some tens. */
    static final int THROUGH = 1_500;

    private static final int FEW = 32;

    /** Null where an index leads to the rows. */
    static @Nullable Looking of(
            Ledger ledger, Order order, Map<String, List<String>> filters, @Nullable Set<UUID> institutions) {
        var along = order.indexed();
        if (along == null) {
            return null;
        }
        var given = filters.entrySet().stream()
                .filter(filter -> filter.getValue().stream().anyMatch(value -> !value.isBlank()))
                .map(Map.Entry::getKey)
                .toList();
        if (given.stream().anyMatch(filter -> leadsToRows(ledger, filter))) {
            return null;
        }
        var isFew = institutions != null && institutions.size() <= FEW;
        var bounds = Set.of(along.name() + ".from", along.name() + ".to");
        var everyRow = bounds.containsAll(given);
        if (everyRow && !isFew) {
            return null;
        }
        return new Looking(along, everyRow ? Rows.MOST + 1 : THROUGH, everyRow, isFew);
    }

    /** A thing the rows are of, or the number of one: few rows, whatever else is asked. */
    private static boolean leadsToRows(Ledger ledger, String filter) {
        return ledger.references().stream()
                        .anyMatch(reference -> reference.idName().equals(filter))
                || ledger.find(filter)
                        .filter(column -> column.kind() == Kind.TEXT && column.identifies())
                        .isPresent();
    }
}

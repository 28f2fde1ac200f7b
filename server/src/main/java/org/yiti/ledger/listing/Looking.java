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
 * Whether the rows of a filter have to be looked for one after the other, and along which column. Trips of a province are
 * too many for that: such a page looks through some thousands and says how far it came, instead of making people wait for
 * a row that there may be none of.
 *
 * @param along the column that sorts the list
 * @param amongFew whether only the rows of the institutions asked for are looked through: those of so few are found by
 *     index. The rows of many would have to be gathered and sorted first; then everybody's are looked through.
 */
record Looking(Column along, boolean amongFew) {

    /** Rows that are looked through for one page: some tens of milliseconds. */
    static final int THROUGH = 10_000;

    private static final int FEW = 16;

    static @Nullable Looking of(
            Ledger ledger, Order order, Map<String, List<String>> filters, @Nullable Set<UUID> institutions) {
        var along = order.indexed();
        if (along == null || !ledger.isNumerous()) {
            return null;
        }
        var given = filters.entrySet().stream()
                .filter(filter -> filter.getValue().stream().anyMatch(value -> !value.isBlank()))
                .map(Map.Entry::getKey)
                .toList();
        var isFoundByIndex = given.stream().anyMatch(filter -> leadsToRows(ledger, filter));
        var isBounds = given.stream().allMatch(filter -> filter.startsWith(along.name() + "."));
        return isFoundByIndex || isBounds
                ? null
                : new Looking(along, institutions != null && institutions.size() <= FEW);
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

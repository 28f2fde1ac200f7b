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
 * @param among of how many institutions the rows are gone through, one institution after the other by index; none where
 *     everybody's are. In the order of numbers, which begin with that of whoever gave them out, all rows of a city may
 *     lie behind those of forty others, and policies pass over each of those before they come to the first.
 */
record Looking(Column along, int through, boolean everyRow, int among) {

    /** Where they lie together some milliseconds, where each lies on a page of its own some tens. */
    static final int THROUGH = 1_500;

    /** Rows that lie among all others as evenly as days do are found soon wherever one begins, unless they are few. */
    private static final int FEW = 32;

    /** Of so many institutions the first row of each is looked for in a few milliseconds. */
    static final int MANY = 1_000;

    /** How many rows of others a policy passes over while the first row of one institution is looked for by index. */
    private static final int PASSED = 80;

    /** Rows that are gathered at most, to be sorted, for a page that looks through them. */
    private static final int GATHERED = 100_000;

    private static final int WORTH_LOOKING = 200;

    /**
     * Null where an index leads to the rows.
     *
     * @param oneByOne whether rows are found sooner one institution after the other than in their order among all
     * @param wanted rows of a page
     */
    static @Nullable Looking of(
            Ledger ledger,
            Order order,
            Map<String, List<String>> filters,
            @Nullable Set<UUID> institutions,
            boolean oneByOne,
            int wanted) {
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
        var among = institutions == null || ledger.isEveryones() ? 0 : Math.max(1, institutions.size());
        var bounds = Set.of(along.name() + ".from", along.name() + ".to");
        var everyRow = bounds.containsAll(given);
        // Days lie evenly: of many institutions some row is soon met wherever one begins.
        var sooner = among > 0 && oneByOne && (among <= MANY || !Order.isDated(along));
        if (everyRow) {
            return sooner ? new Looking(along, wanted, true, among) : null;
        }
        var through = among == 0 ? THROUGH : Math.min(THROUGH, among <= MANY ? GATHERED / among : WORTH_LOOKING);
        var isGathered = sooner && (among <= FEW || !Order.isDated(along) && through >= WORTH_LOOKING);
        return isGathered ? new Looking(along, through, false, among) : new Looking(along, THROUGH, false, 0);
    }

    /**
     * Whether the first row of each of these institutions is looked for sooner than the rows of all others are passed over,
     * which may lie before them.
     *
     * @param all institutions of the house
     * @param rows of the ledger
     */
    static boolean isSoonerOneByOne(int institutions, double all, double rows) {
        return institutions * (double) PASSED < rows * Math.max(0, 1 - institutions / Math.max(1, all));
    }

    /**
     * A thing the rows are of, or the number of one: few rows, whatever else is asked. Not a number that means something
     * only together with another: every institution has a department 01.
     */
    private static boolean leadsToRows(Ledger ledger, String filter) {
        return ledger.references().stream()
                        .anyMatch(reference -> reference.idName().equals(filter))
                || ledger.find(filter)
                        .filter(column -> column.kind() == Kind.TEXT && column.identifies())
                        .filter(column -> column.via() == null
                                || ledger.reference(column.via()).by().size() == 1)
                        .isPresent();
    }
}

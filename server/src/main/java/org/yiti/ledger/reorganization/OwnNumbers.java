package org.yiti.ledger.reorganization;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Rehoming;

/** What becomes of numbers that institutions give themselves, where one comes to another that has the same. */
final class OwnNumbers {

    private static final int CODE_LENGTH = 40;

    private OwnNumbers() {}

    /** The column by which rows that go are told apart within one institution, because it numbers them itself. */
    static Optional<Column> of(Ledger ledger) {
        return ledger.rehoming().what() == Rehoming.What.GOES && Ledgers.isNumberedByInstitution(ledger)
                ? ledger.own().stream()
                        .filter(column -> ledger.key().contains(column.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** Numbers that both have and nobody here can change: those that are given from outside, such as plates. */
    static Optional<String> clashing(Ledger ledger) {
        return of(ledger)
                .filter(column -> column.format() != null)
                .map(column -> "select t." + column.db() + " from " + ledger.name()
                        + " t where t.institution_id = :source and " + MergeStatements.underWay(ledger) + " and "
                        + isTheirs(ledger, column) + " order by 1 limit 5");
    }

    /** Led by the code of where it comes from, where the other has the same code already. */
    static String freed(Ledger ledger, Column column) {
        return """
                case when %1$s
                     then left((select i.code from organization.institution i where i.id = :source) || '-' || t.%2$s, %3$d)
                     else t.%2$s end""".formatted(isTheirs(ledger, column), column.db(), CODE_LENGTH);
    }

    /** Whether the other has the same already; rooms in the same building. */
    private static String isTheirs(Ledger ledger, Column column) {
        var within = ledger.references().stream()
                .filter(reference ->
                        !reference.name().equals(ledger.owner()) && ledger.key().containsAll(reference.by()))
                .map(reference -> " and o.%1$s = t.%1$s".formatted(reference.db()))
                .collect(joining());
        return "exists (select from %1$s o where o.institution_id = :target and o.%2$s = t.%2$s%3$s)"
                .formatted(ledger.name(), column.db(), within);
    }
}

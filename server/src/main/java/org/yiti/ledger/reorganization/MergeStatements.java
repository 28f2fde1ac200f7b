package org.yiti.ledger.reorganization;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Past;
import org.yiti.kernel.ledger.Reference;
import org.yiti.kernel.ledger.Rehoming;

/**
 * The statements by which the rows of one institution ({@code :source}) become those of another ({@code :target}) on a
 * day ({@code :day}), as each ledger declares it. Nothing of them comes from outside: names are those of the
 * declarations. What is succeeded is remembered in the temporary table {@code succession}.
 */
final class MergeStatements {

    static final String SUCCESSION =
            "create temp table if not exists succession (old_id uuid primary key, new_id uuid not null, ends_on date) on commit drop";

    private final Ledgers ledgers;

    MergeStatements(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** Those whose rows have an institution and need not stay with it; in loading order. */
    List<Ledger> concerned() {
        return ledgers.all().stream()
                .filter(ledger -> ledger.rehoming().what() != Rehoming.What.STAYS)
                .toList();
    }

    List<String> of(Ledger ledger) {
        return switch (ledger.rehoming().what()) {
            case GOES -> List.of(going(ledger));
            case SUCCEEDED -> succeeding(ledger);
            case ENDS -> List.of(ending(ledger));
            case STAYS -> List.of();
        };
    }

    /** Rows, of whomever, that point at what was succeeded and are under way, point at what succeeds it. */
    List<String> pointing() {
        var all = new ArrayList<String>();
        for (var ledger : ledgers.all()) {
            if (ledger.rehoming().what() == Rehoming.What.GOES) {
                succeeded(ledger)
                        .map(reference ->
                                "update %1$s t set %2$s = s.new_id from succession s where t.%2$s = s.old_id and %3$s"
                                        .formatted(ledger.name(), reference.db(), underWay(ledger)))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Rows that were changed after the day, which cannot have been something else from then on. */
    static String changedLater(Ledger ledger) {
        return "select count(*) from " + ledger.name() + " t where t.institution_id = :source and t.since > :day and "
                + underWay(ledger);
    }

    static boolean isDatedByInstitution(Ledger ledger) {
        return ledger.dated().contains("institution_id");
    }

    private String going(Ledger ledger) {
        var sets = new ArrayList<String>();
        sets.add("institution_id = :target");
        if (isDatedByInstitution(ledger)) {
            sets.add(Past.SINCE + " = :day");
        }
        succeeded(ledger)
                .map(reference -> reference.db() + " = " + theirs(reference))
                .forEach(sets::add);
        OwnNumbers.of(ledger)
                .filter(column -> column.format() == null)
                .map(column -> column.db() + " = " + OwnNumbers.freed(ledger, column))
                .ifPresent(sets::add);
        return "update " + ledger.name() + " t set " + String.join(", ", sets)
                + " where t.institution_id = :source and " + underWay(ledger);
    }

    private static String ending(Ledger ledger) {
        return "update " + ledger.name()
                + " t set ends_on = cast(:day as date) - 1 where t.institution_id = :source and t.starts_on < :day and "
                + underWay(ledger);
    }

    private List<String> succeeding(Ledger ledger) {
        var begun = "coalesce(t.starts_on, '-infinity') < :day";
        return List.of(
                "insert into succession select t.id, gen_random_uuid(), t.ends_on from " + ledger.name()
                        + " t where t.institution_id = :source and " + begun + " and " + underWay(ledger),
                "update " + ledger.name() + " t set institution_id = :target where t.institution_id = :source and not ("
                        + begun + ")",
                "update " + ledger.name()
                        + " t set ends_on = cast(:day as date) - 1 from succession s where t.institution_id = :source and t.id = s.old_id",
                anew(ledger));
    }

    private String anew(Ledger ledger) {
        var columns = new ArrayList<>(List.of("id", "institution_id", "starts_on", "ends_on"));
        var values = new ArrayList<>(List.of("s.new_id", ":target", "cast(:day as date)", "s.ends_on"));
        if (ledger.past().isPresent()) {
            columns.add(Past.SINCE);
            values.add("cast(:day as date)");
        }
        for (var column : ledger.own()) {
            if (!columns.contains(column.db())) {
                columns.add(column.db());
                values.add(
                        theirOwnCode(ledger).filter(column::equals).isPresent()
                                ? OwnNumbers.freed(ledger, column)
                                : "t." + column.db());
            }
        }
        for (var reference : ledger.references()) {
            if (!columns.contains(reference.db())) {
                columns.add(reference.db());
                values.add(isSucceeded(reference) ? successor(reference) : "t." + reference.db());
            }
        }
        return "insert into " + ledger.name() + " (" + String.join(", ", columns) + ") select "
                + String.join(", ", values) + " from " + ledger.name()
                + " t join succession s on s.old_id = t.id where t.institution_id = :source";
    }

    /** The column of what is succeeded by which rows of one institution only are told apart. */
    static Optional<Column> theirOwnCode(Ledger ledger) {
        return ledger.rehoming().what() == Rehoming.What.SUCCEEDED
                        && ledger.key().size() == 2
                ? ledger.own().stream()
                        .filter(column -> ledger.key().contains(column.name()))
                        .findFirst()
                : Optional.empty();
    }

    private static String successor(Reference reference) {
        return "(select s.new_id from succession s where s.old_id = t." + reference.db() + ")";
    }

    /** What succeeds it, or nothing where it was over before; what is of somebody else stays, who may use rooms of theirs. */
    private static String theirs(Reference reference) {
        return "case when exists (select from %s r where r.id = t.%s and r.institution_id = :source) then %s else t.%s end"
                .formatted(reference.ledger(), reference.db(), successor(reference), reference.db());
    }

    private Stream<Reference> succeeded(Ledger ledger) {
        return ledger.references().stream().filter(this::isSucceeded);
    }

    private boolean isSucceeded(Reference reference) {
        return ledgers.get(reference.ledger()).rehoming().what() == Rehoming.What.SUCCEEDED;
    }

    static String underWay(Ledger ledger) {
        return Stream.concat(
                        Stream.of("true"),
                        ledger.rehoming().until().stream()
                                .map(ledger::column)
                                .map(column ->
                                        "(t.%1$s is null or t.%1$s >= %2$s)".formatted(column.db(), day(column))))
                .collect(joining(" and "));
    }

    private static String day(Column column) {
        return column.kind() == Kind.TIME
                ? "(cast(:day as date)::timestamp at time zone 'Asia/Shanghai')"
                : "cast(:day as date)";
    }
}

package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.LedgerSql;

/** Where a row finds what it refers to: in the ledgers, and among what earlier stages of the load are about to add. */
final class LookupSql {

    private final Ledgers ledgers;
    private final Ledger ledger;
    private final List<StageSql> earlier;

    LookupSql(Ledgers ledgers, Ledger ledger, List<StageSql> earlier) {
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.earlier = earlier;
    }

    /** How a row is found under something that the row which looks for it refers to as well: a floor in its building. */
    private record Way(Reference theirs, Reference ours) {}

    private Optional<Way> way(Reference reference) {
        var other = ledgers.get(reference.ledger());
        return other.references().stream()
                .filter(theirs -> isManifold(ledgers.get(theirs.ledger())))
                .flatMap(theirs -> ledger.references().stream()
                        .filter(ours -> ours.ledger().equals(theirs.ledger())
                                && ours.by().size() < reference.by().size()
                                && isLedBy(reference.by(), ours.by())
                                && isLedBy(other.key(), theirs.by()))
                        .map(ours -> new Way(theirs, ours)))
                .findFirst();
    }

    private static boolean isLedBy(List<String> all, List<String> first) {
        return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
    }

    /** Whether several rows may be known by what the reference says, because institutions number their own. */
    boolean isManifold(Reference reference) {
        return way(reference).isEmpty() && isManifold(ledgers.get(reference.ledger()));
    }

    private boolean isManifold(Ledger other) {
        return Ledgers.isNumberedByInstitution(other)
                || other.key().stream()
                        .map(key -> other.column(key).via())
                        .filter(Objects::nonNull)
                        .anyMatch(via ->
                                isManifold(ledgers.get(other.reference(via).ledger())));
    }

    /** What is there already, and what earlier stages of the same load are about to add. */
    String of(Reference reference) {
        return of(reference, "");
    }

    /** @param only SQL over {@code there}: what of all that is there already; empty for everything */
    String of(Reference reference, String only) {
        var other = ledgers.get(reference.ledger());
        var more = way(reference).map(way -> way.theirs().db()).stream().toList();
        var keys = Stream.concat(Stream.of(keys(reference)), more.stream()).collect(joining(", "));
        var staged = earlier.stream()
                .filter(stage -> stage.ledger() == other)
                .map(stage -> "\n    union all select id, coalesce(owner_id, id), sound, " + keys + " from "
                        + stage.work() + " where existing_id is null and row_no = first_row")
                .collect(joining());
        var there = LedgerSql.lookup(ledgers, other, more);
        return (only.isEmpty() ? there : "select * from (" + there + ") there where " + only) + staged;
    }

    /** The key of what is looked for, by the columns of its table. */
    String keys(Reference reference) {
        var other = ledgers.get(reference.ledger());
        return other.key().stream().map(key -> other.column(key).db()).collect(joining(", "));
    }

    String found(Reference reference, String alias, String row) {
        var other = ledgers.get(reference.ledger());
        var conditions = new ArrayList<String>();
        var way = way(reference);
        way.ifPresent(one -> conditions.add(
                alias + "." + one.theirs().db() + " = r_" + one.ours().db() + ".id"));
        for (var i = way.map(one -> one.ours().by().size()).orElse(0);
                i < reference.by().size();
                i++) {
            conditions.add(alias + "." + other.column(other.key().get(i)).db() + " = " + row + "."
                    + ledger.column(reference.by().get(i)).db());
        }
        return String.join(" and ", conditions);
    }

    String levels() {
        return "select id, level from organization.institution"
                + earlier.stream()
                        .filter(stage -> stage.ledger().name().equals("organization.institution"))
                        .map(stage -> " union all select id, level from " + stage.work() + " where existing_id is null")
                        .collect(joining());
    }

    static String meanings() {
        return "values "
                .concat(Ranks.meanings().stream()
                        .map(m -> "('%s','%s','%s',%s)"
                                .formatted(m.level(), m.word().replace("'", "''"), m.rank(), m.doubtful()))
                        .collect(joining(",")))
                .transform(values -> "select * from (" + values + ") v(level, word, rank, doubtful)");
    }
}

package org.yiti.kernel.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** All ledgers of the house, found by name, by address or by the kind of object they keep. */
@Component
public class Ledgers {

    private final Map<String, Ledger> byName = new LinkedHashMap<>();

    Ledgers(List<LedgerBook> books) {
        var declared = new LinkedHashMap<String, Ledger>();
        books.forEach(book -> book.ledgers().forEach(ledger -> declared.put(ledger.name(), ledger)));
        var placed = new LinkedHashSet<String>();
        declared.values().forEach(ledger -> place(ledger, declared, placed, new LinkedHashSet<>()));
        placed.forEach(name -> byName.put(name, kinds(among(declared, name), declared)));
    }

    /** A ledger stands after every ledger it refers to, so that loading them in order finds what is pointed at. */
    private static void place(Ledger ledger, Map<String, Ledger> declared, Set<String> placed, Set<String> way) {
        if (placed.contains(ledger.name()) || !way.add(ledger.name())) {
            return;
        }
        for (var reference : ledger.references()) {
            place(among(declared, reference.ledger()), declared, placed, way);
        }
        placed.add(ledger.name());
    }

    private static Ledger among(Map<String, Ledger> declared, String name) {
        var ledger = declared.get(name);
        if (ledger == null) {
            throw new IllegalStateException("A ledger refers to " + name + ", which nobody declares");
        }
        return ledger;
    }

    /** Columns read through a reference take the kind they have there. */
    private static Ledger kinds(Ledger ledger, Map<String, Ledger> declared) {
        for (var column : ledger.columns()) {
            if (!isSound(ledger, column)) {
                throw new IllegalStateException(ledger.name() + "." + column.name() + " is " + column.grading());
            }
            if (column.via() != null && column.source() != null) {
                column.readAs(origin(ledger, column, declared));
            }
        }
        return ledger;
    }

    /** What is encrypted can neither be put in order, nor searched, nor tell rows apart. */
    private static boolean isSound(Ledger ledger, Column column) {
        var isFound = column.sortable()
                || ledger.key().contains(column.name())
                || ledger.search().contains(column.name());
        return column.grading().sound()
                && (!column.isSealed()
                        || (column.kind() == Kind.TEXT && column.grading().guarded() && !isFound));
    }

    private static Column origin(Ledger ledger, Column column, Map<String, Ledger> declared) {
        if (column.via() == null || column.source() == null) {
            return column;
        }
        var other = among(declared, ledger.reference(column.via()).ledger());
        return origin(other, other.column(column.source()), declared);
    }

    /** In loading order. */
    public List<Ledger> all() {
        return new ArrayList<>(byName.values());
    }

    public Ledger get(String name) {
        var ledger = byName.get(name);
        if (ledger == null) {
            throw new IllegalArgumentException("There is no ledger " + name);
        }
        return ledger;
    }

    public Optional<Ledger> findByPath(String path) {
        return all().stream().filter(ledger -> ledger.path().equals(path)).findFirst();
    }

    public Optional<Ledger> findByKind(String objectKind) {
        return all().stream()
                .filter(ledger -> objectKind.equals(ledger.objectKind()))
                .findFirst();
    }

    /** Whether its key does not say whose a row is: then institutions number their own, each for itself (docs/adr/0026). */
    public static boolean isNumberedByInstitution(Ledger ledger) {
        var owner = ledger.owner();
        return owner != null
                && !owner.equals("self")
                && ledger.pastOf().isEmpty()
                && ledger.key().stream().noneMatch(ledger.reference(owner).by()::contains);
    }

    /** The place of a ledger in loading order. */
    public int order(Ledger ledger) {
        return new ArrayList<>(byName.keySet()).indexOf(ledger.name());
    }
}

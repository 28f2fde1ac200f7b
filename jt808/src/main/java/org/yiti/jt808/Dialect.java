package org.yiti.jt808;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.layout.ValueKinds;

/**
 * How a model of terminal speaks where it leaves the standard. A value that the owner of a session chooses; two sessions
 * with two dialects know nothing of each other.
 *
 * @param phoneBytes length of the terminal's number in a header of before 2019
 * @param serialsOfOneByte messages whose serial has one byte instead of two
 * @param tolerances what is put up with
 * @param kinds messages it knows
 * @param values parameters and additional information it knows
 */
public record Dialect(
        String name,
        Framing framing,
        int phoneBytes,
        Set<Integer> serialsOfOneByte,
        Set<Tolerance> tolerances,
        Map<Integer, Kind<?>> kinds,
        ValueKinds values) {

    /** The letter of the standard, JT/T 1078 and T/JSATL 12 included. What is unknown or too long is kept all the same. */
    public static final Dialect STANDARD =
            new Dialect("standard", Framing.STANDARD, 6, Set.of(), Set.of(), Catalogue.BY_ID, Catalogue.VALUES);

    /** As the standard, but everything is put up with that still can be written again as it came. */
    public static final Dialect LENIENT = STANDARD.lenient().named("lenient");

    public Dialect named(String other) {
        return new Dialect(other, framing, phoneBytes, serialsOfOneByte, tolerances, kinds, values);
    }

    public Dialect with(Tolerance... more) {
        var all = new java.util.HashSet<>(tolerances);
        all.addAll(List.of(more));
        return new Dialect(name, framing, phoneBytes, serialsOfOneByte, Set.copyOf(all), kinds, values);
    }

    /** The same with everything put up with that still can be written again as it came: for whoever must not lose what is said. */
    public Dialect lenient() {
        return with(Tolerance.LENGTH_WRONG, Tolerance.COUNT_WRONG, Tolerance.BODY_UNFIT);
    }

    public Dialect with(Framing other, int bytesOfPhone) {
        return new Dialect(name, other, bytesOfPhone, serialsOfOneByte, tolerances, kinds, values);
    }

    public Dialect withSerialsOfOneByte(Integer... ids) {
        return new Dialect(name, framing, phoneBytes, Set.of(ids), tolerances, kinds, values);
    }

    /** Messages of this maker; one with a known id takes its place. */
    public Dialect withKinds(List<? extends Kind<?>> more) {
        var all = new HashMap<Integer, Kind<?>>(kinds);
        more.forEach(kind -> all.put(kind.id(), kind));
        return new Dialect(name, framing, phoneBytes, serialsOfOneByte, tolerances, Map.copyOf(all), values);
    }

    /** Additional information and parameters of this maker, asked before the ones known so far. */
    public Dialect withValues(List<? extends ValueKind<?>> more) {
        return new Dialect(name, framing, phoneBytes, serialsOfOneByte, tolerances, kinds, values.with(more));
    }

    /** What it knows, by id. */
    public List<Kind<?>> messages() {
        return kinds.values().stream()
                .sorted(Comparator.<Kind<?>>comparingInt(Kind::id))
                .toList();
    }

    public boolean tolerates(Tolerance deviation) {
        return tolerances.contains(deviation);
    }

    Kind<?> kind(int id) {
        var kind = kinds.get(id);
        return kind == null ? Opaque.kind(id) : kind;
    }
}

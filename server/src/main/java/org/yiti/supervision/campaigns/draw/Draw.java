package org.yiti.supervision.campaigns.draw;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yiti.kernel.Sha256;

/**
 * A sample drawn by chance, by weight, from every stratum, that anybody can draw again.
 *
 * <p>Within a stratum by Efraimidis and Spirakis (Weighted random sampling with a reservoir, 2006): those with the
 * smallest {@code −ln(u) / weight} are drawn. What chance is, {@code u}, is made of the seed and of the unit alone
 * (SHA-256), so that neither the order of the units nor who else is there changes it. Strata get places by their size
 * (largest remainder), one each at least where there are enough places.
 */
final class Draw {

    /** Written down with every draw: whoever changes what is below gives it another name. */
    static final String ALGORITHM = "ES-SHA256-1";

    /** @param stratum the kind of institution */
    record Unit(UUID id, String stratum, BigDecimal weight) {}

    private Draw() {}

    static Set<UUID> of(String seed, int wanted, Collection<Unit> frame) {
        var strata = frame.stream().collect(Collectors.groupingBy(Unit::stratum, TreeMap::new, Collectors.toList()));
        var sizes = new TreeMap<String, Integer>();
        strata.forEach((stratum, units) -> sizes.put(stratum, units.size()));
        var places = places(sizes, wanted);
        var drawn = new HashSet<UUID>();
        strata.forEach((stratum, units) -> units.stream()
                .sorted(Comparator.comparingDouble((Unit unit) -> key(seed, unit))
                        .thenComparing(Unit::id))
                .limit(places.getOrDefault(stratum, 0))
                .forEach(unit -> drawn.add(unit.id())));
        return drawn;
    }

    /** The smaller, the sooner. The strict logarithm is the same to the last bit on every machine. */
    static double key(String seed, Unit unit) {
        return -StrictMath.log(chance(seed, unit.id())) / unit.weight().doubleValue();
    }

    /** Above 0 and below 1: the first 53 bits of the hash, in the middle of their step. */
    static double chance(String seed, UUID unit) {
        var hash = Sha256.digest().digest((seed + "|" + unit).getBytes(StandardCharsets.UTF_8));
        return ((ByteBuffer.wrap(hash).getLong() >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** How many of each stratum: by size, the largest remainders first, none more than it has. */
    static SortedMap<String, Integer> places(Map<String, Integer> sizes, int wanted) {
        var names = sizes.keySet().stream().sorted().toList();
        var size = names.stream().mapToInt(name -> sizes.getOrDefault(name, 0)).toArray();
        var all = IntStream.of(size).sum();
        var left = Math.min(wanted, all);
        var least = left >= size.length ? 1 : 0;
        left -= least * size.length;
        var share = new double[size.length];
        var place = new int[size.length];
        for (var n = 0; n < size.length; n++) {
            share[n] = left * (double) size[n] / all;
            place[n] = least + Math.min(size[n] - least, (int) share[n]);
        }
        left = Math.min(wanted, all) - IntStream.of(place).sum();
        var byRemainder = IntStream.range(0, size.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> Math.floor(share[n]) - share[n])
                        .thenComparing(n -> n))
                .toList();
        while (left > 0) {
            for (int n : byRemainder) {
                if (left > 0 && place[n] < size[n]) {
                    place[n]++;
                    left--;
                }
            }
        }
        var places = new TreeMap<String, Integer>();
        IntStream.range(0, size.length).forEach(n -> places.put(names.get(n), place[n]));
        return places;
    }

    /** What was weighed, in one line a unit: its hash tells whether a frame is the one that was drawn from. */
    static String hash(Collection<Unit> frame) {
        var lines = frame.stream()
                .sorted(Comparator.comparing(unit -> unit.id().toString()))
                .map(unit -> unit.id() + " " + unit.stratum() + " "
                        + unit.weight().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("\n"));
        return Sha256.hex(lines.getBytes(StandardCharsets.UTF_8));
    }
}

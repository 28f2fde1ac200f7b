package org.yiti.supervision.campaigns;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
                .sorted(Comparator.comparingDouble((Unit unit) -> key(seed, unit)).thenComparing(Unit::id))
                .limit(places.get(stratum))
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

    /** How many of each stratum. */
    static Map<String, Integer> places(Map<String, Integer> sizes, int wanted) {
        var all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        var left = Math.min(wanted, all);
        var places = new TreeMap<String, Integer>();
        var least = left >= sizes.size() ? 1 : 0;
        sizes.keySet().forEach(stratum -> places.put(stratum, least));
        left -= least * sizes.size();
        var open = left;
        var shares = new TreeMap<String, Double>();
        sizes.forEach((stratum, size) -> shares.put(stratum, open * (double) size / all));
        for (var stratum : sizes.keySet()) {
            var more = Math.min(sizes.get(stratum) - places.get(stratum), (int) Math.floor(shares.get(stratum)));
            places.merge(stratum, more, Integer::sum);
            left -= more;
        }
        var byRemainder = new ArrayList<>(sizes.keySet());
        byRemainder.sort(Comparator.comparingDouble((String stratum) -> Math.floor(shares.get(stratum)) - shares.get(stratum))
                .thenComparing(Comparator.naturalOrder()));
        while (left > 0) {
            for (var stratum : byRemainder) {
                if (left > 0 && places.get(stratum) < sizes.get(stratum)) {
                    places.merge(stratum, 1, Integer::sum);
                    left--;
                }
            }
        }
        return places;
    }

    /** What was weighed, in one line a unit: its hash tells whether a frame is the one that was drawn from. */
    static String hash(Collection<Unit> frame) {
        var lines = frame.stream()
                .sorted(Comparator.comparing(unit -> unit.id().toString()))
                .map(unit -> unit.id() + " " + unit.stratum() + " " + unit.weight().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("\n"));
        return Sha256.hex(lines.getBytes(StandardCharsets.UTF_8));
    }
}

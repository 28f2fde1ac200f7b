package org.yiti.supervision.laboratory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.supervision.laboratory.CountThreshold.Region;

/** At which value of a number each of what a rule finds stops being found, as its own figures tell. */
final class Stops {

    private Stops() {}

    record Key(UUID subject, String episode) {}

    record Hit(
            String region,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal limit) {}

    /** Limits grow as their parameter does, or the check against the value in force will show it. Null where a rule gives no numbers. */
    static @Nullable Map<Key, BigDecimal> stops(Map<Key, Hit> strict, Set<Key> always, BigDecimal value) {
        var stops = new HashMap<Key, BigDecimal>();
        for (var one : strict.entrySet()) {
            if (always.contains(one.getKey())) {
                continue;
            }
            var hit = one.getValue();
            if (hit.actual() == null || hit.limit() == null || hit.limit().signum() == 0) {
                return null;
            }
            stops.put(one.getKey(), value.multiply(hit.actual()).divide(hit.limit(), MathContext.DECIMAL64));
        }
        return stops;
    }

    static boolean agrees(
            Set<Key> found, Set<Key> always, Map<Key, BigDecimal> stops, BigDecimal value, boolean lenient) {
        var foretold = new HashSet<>(always);
        stops.forEach((key, stop) -> {
            if (lenient ? value.compareTo(stop) < 0 : value.compareTo(stop) > 0) {
                foretold.add(key);
            }
        });
        return foretold.equals(found);
    }

    static Map<Hit, BigDecimal> byHit(Map<Key, Hit> strict, Map<Key, BigDecimal> stops) {
        var byHit = new IdentityHashMap<Hit, BigDecimal>();
        stops.forEach((key, stop) -> byHit.put(Objects.requireNonNull(strict.get(key)), stop));
        return byHit;
    }

    static List<Region> regions(Iterable<Hit> hits, Map<Hit, BigDecimal> stops) {
        record Sum(long[] always, List<BigDecimal> stops) {}
        var sums = new TreeMap<String, Sum>();
        hits.forEach(hit -> {
            var sum = sums.computeIfAbsent(hit.region(), r -> new Sum(new long[1], new ArrayList<>()));
            var stop = stops.get(hit);
            if (stop == null) {
                sum.always()[0]++;
            } else {
                sum.stops().add(stop);
            }
        });
        return sums.entrySet().stream()
                .map(e -> new Region(
                        e.getKey(),
                        e.getValue().always()[0],
                        e.getValue().stops().stream().sorted().toList()))
                .toList();
    }
}

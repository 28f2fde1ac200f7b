package org.yiti.demonstration;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything planted in a world, and everything that only looks as if it were.
 *
 * @param omitted what found nothing to be planted on in this world
 */
public record Manifest(List<Breach> breaches, List<NearMiss> nearMisses, List<String> omitted) {
    static final Manifest EMPTY = new Manifest(List.of(), List.of(), List.of());

    Manifest and(Manifest other) {
        return new Manifest(
                Stream.concat(breaches.stream(), other.breaches.stream()).toList(),
                Stream.concat(nearMisses.stream(), other.nearMisses.stream()).toList(),
                Stream.concat(omitted.stream(), other.omitted.stream()).toList());
    }
}

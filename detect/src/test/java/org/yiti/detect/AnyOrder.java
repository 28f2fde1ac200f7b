package org.yiti.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * What every detector must stand: its reports shuffled, repeated, cut into batches, with its timeline stored and read back in
 * between, give the same facts and the same bytes as all of them at once.
 */
public final class AnyOrder {

    private AnyOrder() {}

    /** The reports must fit into the window. */
    public static <E, S> void changesNothing(
            Reports<E> kind, Detector<E, S> detector, Window window, List<E> reports, long seed) {
        var expected = new TreeMap<Fact.Id, Fact>();
        detector.facts("key", kind, reports, fact -> expected.put(fact.id(), fact));
        var atOnce = Timeline.start(kind, detector, window, "key");
        atOnce.add(reports);

        var random = new Random(seed);
        var arriving = new ArrayList<>(reports);
        for (var report : reports) {
            if (random.nextInt(4) == 0) {
                arriving.add(report);
            }
        }
        Collections.shuffle(arriving, random);
        var timeline = Timeline.start(kind, detector, window, "key");
        var store = new TreeMap<Fact.Id, Fact>();
        for (var from = 0; from < arriving.size(); ) {
            var to = Math.min(arriving.size(), from + 1 + random.nextInt(1 + arriving.size() / 3));
            apply(timeline.add(arriving.subList(from, to)), store);
            if (random.nextBoolean()) {
                timeline = Timeline.of(kind, detector, window, timeline.bytes());
            }
            from = to;
        }
        assertThat(bytes(store)).isEqualTo(bytes(expected));
        assertThat(store).isEqualTo(expected);
        assertThat(timeline.bytes()).isEqualTo(atOnce.bytes());
    }

    public static void apply(Changes changes, TreeMap<Fact.Id, Fact> store) {
        assertThat(changes.recomputeFrom()).isEmpty();
        changes.withdrawn()
                .forEach(id ->
                        assertThat(store.remove(id)).as("withdrawn %s", id).isNotNull());
        changes.asserted().forEach(fact -> store.put(fact.id(), fact));
    }

    public static byte[] bytes(TreeMap<Fact.Id, Fact> facts) {
        var to = new ByteSink();
        facts.values().forEach(fact -> fact.write(to));
        return to.bytes();
    }
}

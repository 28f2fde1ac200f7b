package org.yiti.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiti.detect.Steps.Kind;
import org.yiti.detect.Steps.Step;

class TimelineTest {

    private static final Window WINDOW = new Window(Duration.ofMillis(100), Duration.ofMillis(7));
    private static final Window NARROW = new Window(Duration.ofMillis(14), Duration.ofMillis(7));
    private static final Kind ALL = new Kind(false);
    private static final Steps STEPS = new Steps();

    @Provide
    Arbitrary<List<Step>> steps() {
        var at = Arbitraries.longs().between(0, 90);
        var level = Arbitraries.of(1.0, 2.0, 0.1);
        return Combinators.combine(at, level).as(Step::new).list().ofMaxSize(60);
    }

    @Property(tries = 2_000)
    void anyOrderRepetitionAndBatchGivesTheSameFacts(
            @ForAll("steps") List<Step> steps, @ForAll boolean lastOfATimeWins, @ForAll long seed) {
        AnyOrder.changesNothing(new Kind(lastOfATimeWins), STEPS, WINDOW, steps, seed);
    }

    @Property(tries = 2_000)
    void whatIsTooOldForTheWindowIsAnsweredWithATimeAndRecomputedFromACheckpoint(@ForAll("steps") List<Step> steps) {
        var raw = new ArrayList<Step>();
        var store = new TreeMap<Fact.Id, Fact>();
        var archive = new ArrayList<Checkpoint>();
        var timeline = Timeline.start(ALL, STEPS, NARROW, "key");
        for (var step : steps) {
            // The raw store knows what it has.
            if (raw.contains(step)) {
                continue;
            }
            raw.add(step);
            var changes = timeline.add(List.of(step));
            if (changes.recomputeFrom().isPresent()) {
                var since = changes.recomputeFrom().getAsLong();
                assertThat(since).isEqualTo(step.at());
                archive.removeIf(checkpoint -> checkpoint.before() > since);
                var checkpoint = archive.isEmpty() ? null : archive.get(archive.size() - 1);
                var from = checkpoint == null ? Long.MIN_VALUE : checkpoint.before();
                timeline = checkpoint == null
                        ? Timeline.start(ALL, STEPS, NARROW, "key")
                        : Timeline.from(ALL, STEPS, NARROW, checkpoint);
                store.values().removeIf(fact -> fact.known() >= from);
                changes = timeline.add(raw.stream().filter(r -> r.at() >= from).toList());
            }
            AnyOrder.apply(changes, store);
            if (timeline.checkpoint().before() != Long.MIN_VALUE
                    && (archive.isEmpty()
                            || archive.get(archive.size() - 1).before()
                                    < timeline.checkpoint().before())) {
                archive.add(timeline.checkpoint());
            }
        }
        var expected = new TreeMap<Fact.Id, Fact>();
        STEPS.facts("key", ALL, raw, fact -> expected.put(fact.id(), fact));
        assertThat(store).isEqualTo(expected);
    }

    @Example
    void aLateReportThatSplitsARunWithdrawsAndAsserts() {
        var timeline = Timeline.start(ALL, STEPS, WINDOW, "key");
        timeline.add(List.of(new Step(0, 1), new Step(10, 1), new Step(20, 2)));
        var changes = timeline.add(List.of(new Step(5, 2)));
        assertThat(changes.asserted()).extracting(Fact::start).containsExactly(0L, 5L, 10L, 20L);
        assertThat(timeline.add(List.of(new Step(5, 2))).isEmpty()).isTrue();
        assertThat(timeline.openAt(50)).extracting(Fact::end).containsExactly(50L);
    }

    @Example
    void storedBytesOfAnotherDetectorOrDamagedOnesAreRefusedByName() {
        var timeline = Timeline.start(ALL, STEPS, WINDOW, "key");
        timeline.add(List.of(new Step(0, 1), new Step(10, 2)));
        var together = new Together<>(STEPS, STEPS);
        var bytes = timeline.bytes();
        assertThatThrownBy(() -> Timeline.of(ALL, together, WINDOW, bytes))
                .isInstanceOfSatisfying(
                        StateRefused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.OTHER_DETECTOR));
        for (var length = 0; length < bytes.length; length++) {
            var cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Timeline.of(ALL, STEPS, WINDOW, cut)).isInstanceOf(StateRefused.class);
        }
    }
}

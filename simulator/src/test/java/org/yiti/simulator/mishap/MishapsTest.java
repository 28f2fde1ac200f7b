package org.yiti.simulator.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MishapsTest {

    private static final int MANY = Lot.BLOCK;

    private static List<Step<Integer>> steps(long seed, Shares shares, int count) {
        var mishaps = new Mishaps<Integer>(seed, shares);
        var steps = new ArrayList<Step<Integer>>();
        IntStream.range(0, count).forEach(i -> steps.addAll(mishaps.tell(i)));
        steps.addAll(mishaps.end());
        return steps;
    }

    private static List<Integer> told(List<Step<Integer>> steps) {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Tell<Integer> tell ? tell.told().stream() : null)
                .toList();
    }

    private static int share(double share) {
        return (int) Math.round(share * MANY);
    }

    @Test
    void withoutMishapsEverythingIsToldOnceAndInOrder() {
        assertThat(told(steps(1, Shares.NONE, 1000)))
                .isEqualTo(IntStream.range(0, 1000).boxed().toList());
    }

    @Test
    void exactlyTheShareThatWasAskedForIsDroppedOrToldTwice() {
        var shares = new Shares(0.03, 0.05, 0, 0, 0);
        var times = new TreeMap<Integer, Integer>();
        told(steps(7, shares, MANY)).forEach(one -> times.merge(one, 1, Integer::sum));

        assertThat(MANY - times.size()).isEqualTo(share(0.03));
        assertThat(times.values().stream().filter(n -> n == 2)).hasSize(share(0.05));
        assertThat(times.values()).allMatch(n -> n <= 2);
    }

    @Test
    void exactlyTheShareThatWasAskedForIsToldLateAndTogether() {
        var late = steps(7, new Shares(0, 0, 0.2, 0, 0), MANY).stream()
                .filter(step -> step instanceof Step.Tell<Integer> tell && tell.late())
                .toList();

        assertThat(told(late)).hasSize(share(0.2)).isSorted();
        assertThat(late).allMatch(step -> ((Step.Tell<Integer>) step).told().size() <= Mishaps.MOST_HELD);
        assertThat(late).hasSizeLessThan(share(0.2) / 2);
    }

    @Test
    void whatIsReorderedComesRightBehindTheNextThatIsTold() {
        var told = told(steps(7, new Shares(0, 0, 0, 0.1, 0), MANY));

        assertThat(new HashSet<>(told)).hasSize(MANY);
        assertThat(told).hasSize(MANY).isNotEqualTo(told.stream().sorted().toList());
        for (var i = 0; i < told.size(); i++) {
            assertThat(Math.abs(told.get(i) - i)).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void exactlyTheShareThatWasAskedForBreaksTheConnectionBehindWhatIsTold() {
        var steps = steps(7, new Shares(0, 0, 0, 0, 0.01), MANY);

        assertThat(steps.stream().filter(step -> step instanceof Step.HangUp<Integer>))
                .hasSize(share(0.01));
        assertThat(told(steps)).hasSize(MANY);
    }

    @Test
    void nothingButWhatIsDroppedIsLostWhateverElseHappens() {
        var told = new HashSet<>(told(steps(99, new Shares(0.05, 0.1, 0.1, 0.1, 0.05), MANY)));

        assertThat(told).hasSize(MANY - share(0.05));
    }

    @Test
    void theSameSeedMeetsWithTheSameAndAnotherWithOther() {
        var shares = new Shares(0.05, 0.1, 0.1, 0.1, 0.05);

        assertThat(steps(5, shares, 5000)).isEqualTo(steps(5, shares, 5000));
        assertThat(steps(5, shares, 5000)).isNotEqualTo(steps(6, shares, 5000));
    }

    @Test
    void mishapsAreSpreadAndNotOneBehindTheOther() {
        var times = new int[64];
        var told = new HashSet<>(told(steps(3, new Shares(0.25, 0, 0, 0, 0), MANY)));
        IntStream.range(0, MANY).filter(i -> !told.contains(i)).forEach(i -> times[i / (MANY / 64)]++);

        assertThat(times).satisfies(all -> {
            for (var one : all) {
                assertThat(one).isBetween(180, 340);
            }
        });
    }

    @Test
    void sharesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new Shares(0.6, 0.5, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shares(-0.1, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shares(0, Double.NaN, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

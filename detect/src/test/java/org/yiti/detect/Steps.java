package org.yiti.detect;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The smallest detector that has all there is: runs of one level, the last one open; rounding shows any other order of sums. */
final class Steps implements Detector<Steps.Step, Steps.Run> {

    record Step(long at, double level) {}

    record Run(long start, long end, double level, double sum) {}

    record Kind(boolean lastOfATimeWins) implements Reports<Step> {

        @Override
        public long at(Step step) {
            return step.at;
        }

        @Override
        public int compare(Step one, Step other) {
            return Double.compare(one.level, other.level);
        }

        @Override
        public void write(Step step, ByteSink to) {
            to.integer(step.at).real(step.level);
        }

        @Override
        public Step read(ByteSource from) {
            return new Step(from.integer(), from.real());
        }
    }

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Run start(String key) {
        return new Run(-1, -1, Double.NaN, 0);
    }

    @Override
    public Run next(Run run, Step step, Consumer<Fact> settled) {
        if (step.level == run.level) {
            return new Run(run.start, step.at, run.level, run.sum / 3 + step.level);
        }
        if (run.start >= 0) {
            settled.accept(Fact.settled("run", "", run.start, run.end, step.at, figures(run)));
        }
        // Two different levels at one time must not give two facts of one identity.
        var start = step.at == run.start ? run.start + 1 : step.at;
        return new Run(start, step.at, step.level, run.sum / 3 + step.level);
    }

    @Override
    public void open(Run run, long asOf, Consumer<Fact> open) {
        if (run.start >= 0) {
            open.accept(Fact.open("run", "", run.start, asOf, figures(run)));
        }
    }

    @Override
    public void write(Run run, ByteSink to) {
        to.integer(run.start).integer(run.end).real(run.level).real(run.sum);
    }

    @Override
    public Run read(ByteSource from) {
        return new Run(from.integer(), from.integer(), from.real(), from.real());
    }

    private static Map<String, Object> figures(Run run) {
        return Map.of("level", run.level, "sum", run.sum, "text", "水", "list", List.of(run.level, 2), "count", 7);
    }
}

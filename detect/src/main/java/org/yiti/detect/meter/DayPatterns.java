package org.yiti.detect.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/**
 * Days unlike those of their kind in the four weeks before and after ({@code meter.day}): holidays when no calendar is
 * given; work on a day off, or none on a workday, when one is. What follows decides with what went before, so a day is
 * open for four weeks; a first day of the year can be told, and a new level is not a month of odd days.
 */
final class DayPatterns implements Detector<Day, DayPatterns.State> {

    static final class State {
        private final List<Day> days = new ArrayList<>();
        private final List<Fact> open = new ArrayList<>();
    }

    private static final int WEEKS = 28;

    private final Likeness likeness;

    DayPatterns(Calendar calendar) {
        this.likeness = new Likeness(calendar);
    }

    @Override
    public String name() {
        return "meter.days";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public State start(String key) {
        return new State();
    }

    @Override
    public State next(State state, Day day, Consumer<Fact> settled) {
        var before = state.days.isEmpty()
                ? Long.MIN_VALUE
                : state.days.get(state.days.size() - 1).number() - WEEKS;
        state.days.add(day);
        for (var due : state.days) {
            if (due.number() > before && due.number() <= day.number() - WEEKS) {
                settle(state, due, day.known(), settled);
            }
        }
        // Only now: a day that waited through a long gap is judged by the days around it.
        state.days.removeIf(old -> old.number() < day.number() - 2 * WEEKS);
        likeness.odd(day, within(state.days, day)).ifPresent(odd -> state.open.add(fact(day, odd, day.known(), false)));
        return state;
    }

    @Override
    public void open(State state, long asOf, Consumer<Fact> open) {
        state.open.forEach(open);
    }

    private void settle(State state, Day due, long known, Consumer<Fact> settled) {
        state.open.removeIf(fact -> fact.start() == due.start());
        likeness.odd(due, within(state.days, due)).ifPresent(odd -> settled.accept(fact(due, odd, known, true)));
    }

    private static List<Day> within(List<Day> days, Day day) {
        return days.stream()
                .filter(other -> other != day && Math.abs(other.number() - day.number()) <= WEEKS)
                .toList();
    }

    private static Fact fact(Day day, Likeness.Odd odd, long known, boolean settled) {
        var figures = new java.util.TreeMap<String, Object>(Map.of(
                "score", odd.score(),
                "total", day.total(),
                "usual_total", odd.usualTotal(),
                "compared_with", odd.others(),
                "work", odd.work()));
        return new Fact("meter.day", "", day.start(), day.end(), known, settled, figures);
    }

    @Override
    public void write(State state, ByteSink to) {
        to.integer(state.days.size());
        state.days.forEach(day -> day.write(to));
        to.integer(state.open.size());
        state.open.forEach(fact -> fact.write(to));
    }

    @Override
    public State read(ByteSource from) {
        var state = new State();
        for (var left = from.size(); left > 0; left--) {
            state.days.add(Day.read(from));
        }
        for (var left = from.size(); left > 0; left--) {
            state.open.add(Fact.read(from));
        }
        return state;
    }
}

package org.yiti.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One step of a window: the state before it, its reports in canonical order, and the facts these settled. */
final class Segment<E> {

    final long from;
    final List<E> reports = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final Consumer<Fact> settled = facts::add;
    byte[] stateBefore;

    Segment(long from, byte[] stateBefore) {
        this.from = from;
        this.stateBefore = stateBefore;
    }

    /** Whether that made a difference: an equal report, or one that does not count beside another, makes none. */
    boolean insert(E report, Reports<E> kind) {
        var at = kind.at(report);
        var place = reports.size();
        while (place > 0 && kind.at(reports.get(place - 1)) > at) {
            place--;
        }
        for (; place > 0 && kind.at(reports.get(place - 1)) == at; place--) {
            var order = kind.compare(reports.get(place - 1), report);
            if (order == 0 || order > 0 && kind.lastOfATimeWins()) {
                return false;
            }
            if (kind.lastOfATimeWins()) {
                reports.set(place - 1, report);
                return true;
            }
            if (order < 0) {
                break;
            }
        }
        reports.add(place, report);
        return true;
    }

    void write(Reports<E> kind, ByteSink to) {
        to.integer(from).block(stateBefore).integer(reports.size());
        reports.forEach(report -> kind.write(report, to));
        to.integer(facts.size());
        facts.forEach(fact -> fact.write(to));
    }

    static <E> Segment<E> read(Reports<E> kind, ByteSource from) {
        var segment = new Segment<E>(from.integer(), from.block());
        for (var left = from.size(); left > 0; left--) {
            segment.reports.add(kind.read(from));
        }
        for (var left = from.size(); left > 0; left--) {
            segment.facts.add(Fact.read(from));
        }
        return segment;
    }
}

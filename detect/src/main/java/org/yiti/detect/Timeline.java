package org.yiti.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of one key, and what more reports change in it, in whichever order, batches and repetitions they come.
 *
 * <p>It keeps the reports of a {@link Window} and the state before each step of it. A report in order costs one call of
 * the detector. A late one is put in its place and the reports since the step it is in are folded again; what that
 * changes in the facts is told as {@link Changes}. One older than the window is not lost: it is answered with
 * {@link Changes#recomputeFrom}.
 *
 * <p>Two timelines that were given the same set of reports, none of them too old, have the same {@link #bytes}. A timeline
 * is used by one thread at a time; to keep it, keep its bytes.
 *
 * <p>It has no clock, so it believes every time it is told. Whoever adds refuses reports from the future first: one of
 * them would push the window on, and all honest ones out of it.
 */
public final class Timeline<E, S> {

    private static final int FORMAT = 1;

    private final Reports<E> kind;
    private final Detector<E, S> detector;
    private final Window window;
    private final ArrayList<Segment<E>> segments = new ArrayList<>();
    private S head;
    private long last = Long.MIN_VALUE;
    private long begun = Long.MIN_VALUE;
    private boolean pruned;

    private Timeline(Reports<E> kind, Detector<E, S> detector, Window window, S head) {
        this.kind = kind;
        this.detector = detector;
        this.window = window;
        this.head = head;
    }

    /** Of a key of which nothing is known. */
    public static <E, S> Timeline<E, S> start(Reports<E> kind, Detector<E, S> detector, Window window, String key) {
        return new Timeline<>(kind, detector, window, detector.start(key));
    }

    /** To recompute: only reports since the checkpoint are to be added. */
    public static <E, S> Timeline<E, S> from(
            Reports<E> kind, Detector<E, S> detector, Window window, Checkpoint checkpoint) {
        var timeline = new Timeline<>(kind, detector, window, detector.read(new ByteSource(checkpoint.state())));
        timeline.begun = checkpoint.before();
        return timeline;
    }

    public Changes add(Collection<? extends E> reports) {
        var ordered = kind.canonical(reports);
        var comparison = new Changes.Comparison();
        openAt(last, comparison);
        var next = late(ordered);
        var dirty = Integer.MAX_VALUE;
        var tooOld = OptionalLong.empty();
        for (var report : ordered.subList(0, next)) {
            if (kind.at(report) >= floor()) {
                dirty = insert(report, dirty);
            } else if (tooOld.isEmpty()) {
                tooOld = OptionalLong.of(kind.at(report));
            }
        }
        if (dirty < segments.size()) {
            replay(dirty, comparison);
        }
        for (; next < ordered.size(); next++) {
            append(ordered.get(next), comparison);
        }
        prune();
        if (!segments.isEmpty()) {
            detector.open(head, last, comparison.after());
        }
        return comparison.changes(tooOld);
    }

    /** What would be open if nothing were reported until then; silence, above all, is told only so. */
    public List<Fact> openAt(long asOf) {
        var open = new ArrayList<Fact>();
        if (!segments.isEmpty()) {
            detector.open(head, Math.max(asOf, last), open::add);
        }
        return open;
    }

    /** The settled ones of the window, in the order in which they were settled, then the open ones as of the last report. */
    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        segments.forEach(segment -> facts.addAll(segment.facts));
        facts.addAll(openAt(last));
        return facts;
    }

    /** Time of the last report. */
    public OptionalLong last() {
        return segments.isEmpty() ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /**
     * The state at the floor of the window: what to keep beside the raw reports, once a month perhaps, so as not to
     * recompute everything. No later state is told, for a report might still be put before it.
     */
    public Checkpoint checkpoint() {
        return new Checkpoint(floor(), segments.isEmpty() ? state() : segments.get(0).stateBefore);
    }

    public byte[] bytes() {
        var to = new ByteSink();
        to.octet(FORMAT).text(detector.name()).integer(detector.version());
        to.integer(begun).flag(pruned).integer(last).integer(segments.size());
        segments.forEach(segment -> segment.write(kind, to));
        detector.write(head, to);
        return to.bytes();
    }

    public static <E, S> Timeline<E, S> of(Reports<E> kind, Detector<E, S> detector, Window window, byte[] bytes) {
        var from = new ByteSource(bytes);
        if (from.octet() != FORMAT) {
            throw new StateRefused(Refusal.OTHER_VERSION, "the timeline's format");
        }
        var name = from.text();
        if (!name.equals(detector.name())) {
            throw new StateRefused(Refusal.OTHER_DETECTOR, name);
        }
        var version = from.integer();
        if (version != detector.version()) {
            throw new StateRefused(Refusal.OTHER_VERSION, name + " " + version);
        }
        var begun = from.integer();
        var pruned = from.flag();
        var last = from.integer();
        var segments = new ArrayList<Segment<E>>();
        for (var left = from.size(); left > 0; left--) {
            segments.add(Segment.read(kind, from));
        }
        var timeline = new Timeline<>(kind, detector, window, detector.read(from));
        timeline.begun = begun;
        timeline.pruned = pruned;
        timeline.last = last;
        timeline.segments.addAll(segments);
        return timeline;
    }

    private void openAt(long asOf, Changes.Comparison comparison) {
        if (!segments.isEmpty()) {
            detector.open(head, asOf, comparison.before());
        }
    }

    /** How many of them do not simply come next. */
    private int late(List<E> ordered) {
        var late = 0;
        while (late < ordered.size()
                && (kind.at(ordered.get(late)) <= last || kind.at(ordered.get(late)) < begun)
                && !follows(ordered.get(late))) {
            late++;
        }
        return late;
    }

    private boolean follows(E report) {
        if (kind.at(report) != last || kind.lastOfATimeWins()) {
            return false;
        }
        var reports = segments.get(segments.size() - 1).reports;
        return kind.compare(reports.get(reports.size() - 1), report) < 0;
    }

    private void append(E report, Changes.Comparison comparison) {
        var at = kind.at(report);
        var from = window.step(at);
        if (segments.isEmpty() || segments.get(segments.size() - 1).from < from) {
            segments.add(new Segment<>(from, state()));
            last = at;
            prune();
        }
        var segment = segments.get(segments.size() - 1);
        var known = segment.facts.size();
        segment.reports.add(report);
        last = at;
        head = detector.next(head, report, segment.settled);
        for (; known < segment.facts.size(); known++) {
            comparison.after().accept(segment.facts.get(known));
        }
    }

    /** Answers from which step on the facts must be told again. */
    private int insert(E report, int dirty) {
        var from = window.step(kind.at(report));
        var place = segments.size() - 1;
        while (place > 0 && segments.get(place - 1).from >= from) {
            place--;
        }
        if (segments.get(place).from < from) {
            place++;
        }
        if (segments.get(place).from != from) {
            // Nothing was reported in that step: the state before it is that before the next.
            segments.add(place, new Segment<>(from, segments.get(place).stateBefore));
        }
        return segments.get(place).insert(report, kind) ? Math.min(dirty, place) : dirty;
    }

    private void replay(int dirty, Changes.Comparison comparison) {
        head = detector.read(new ByteSource(segments.get(dirty).stateBefore));
        for (var i = dirty; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (i > dirty) {
                segment.stateBefore = state();
            }
            segment.facts.forEach(comparison.before());
            segment.facts.clear();
            for (var report : segment.reports) {
                head = detector.next(head, report, segment.settled);
            }
            segment.facts.forEach(comparison.after());
        }
    }

    private long floor() {
        return pruned ? Math.max(begun, window.floor(last)) : begun;
    }

    /** What is dropped stays settled; it was told. */
    private void prune() {
        while (segments.size() > 1 && segments.get(0).from < window.floor(last)) {
            segments.remove(0);
            pruned = true;
        }
    }

    private byte[] state() {
        var to = new ByteSink();
        detector.write(head, to);
        return to.bytes();
    }
}

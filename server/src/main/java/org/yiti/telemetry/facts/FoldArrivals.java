package org.yiti.telemetry.facts;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Crew;

/** Makes facts of positions soon after they are stored. It is woken when some have come, on whichever server, and looks by itself now and then. */
@Component
class FoldArrivals extends Crew<Integer> {

    private final FactSettings settings;
    private final Due due;
    private final Fold fold;
    private final Timelines timelines;
    private final Ear ear;
    private final LookForDue look;

    FoldArrivals(FactSettings settings, Due due, Fold fold, Timelines timelines, Ear ear, LookForDue look) {
        super("telemetry-facts", settings.threads(), look.clock());
        this.settings = settings;
        this.due = due;
        this.fold = fold;
        this.timelines = timelines;
        this.ear = ear;
        this.look = look;
    }

    /** What is due though nothing came: by the clock of the house. */
    @Component
    record LookForDue(Clock clock, Detectors detectors, Due due) {

        /** @param first nobody knows what was folded by another version while this server was not there */
        void around(boolean first) {
            if (detectors.ask() || first) {
                due.addThoseOfOthers(detectors.plainName(), detectors.ownNames());
            }
            due.addSilent(clock.instant());
        }
    }

    @Override
    protected void lookAround(boolean first) {
        look.around(first);
    }

    @Override
    protected long mark() {
        var heard = ear.heard();
        if (due.spread() > 0) {
            ear.tell();
        }
        return heard;
    }

    @Override
    protected List<Integer> waiting(int thread, int threads, List<Integer> resting) {
        return due.waiting(thread, threads, resting);
    }

    @Override
    protected void take(Integer terminal) {
        fold.fold(terminal).ifPresent(held -> timelines.give(terminal, held));
    }

    @Override
    protected void pause(long heard) throws InterruptedException {
        if (ear.awaitMoreThan(heard, settings.pause())) {
            Thread.sleep(settings.gather().toMillis());
        }
    }

    @Override
    public void start() {
        if (settings.threads() > 0) {
            ear.open();
        }
        super.start();
    }

    @Override
    protected void wake() {
        ear.close();
    }
}

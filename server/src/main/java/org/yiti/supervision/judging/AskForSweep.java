package org.yiti.supervision.judging;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Starts a sweep in the background, or joins the one under way. */
@Component
class AskForSweep {

    private final Sweeps sweeps;
    private final JudgingJobs jobs;

    AskForSweep(Sweeps sweeps, JudgingJobs jobs) {
        this.sweeps = sweeps;
        this.jobs = jobs;
    }

    UUID handle(String by) {
        var id = sweeps.ask(by);
        jobs.sweep(id);
        return id;
    }
}

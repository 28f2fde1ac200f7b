package org.yiti.supervision.judging;

import java.util.UUID;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Starts a sweep in the background, or joins the one under way. */
@UseCase
class AskForSweep {

    private final Sweeps sweeps;
    private final JudgingJobs jobs;
    private final Audit audit;

    AskForSweep(Sweeps sweeps, JudgingJobs jobs, Audit audit) {
        this.sweeps = sweeps;
        this.jobs = jobs;
        this.audit = audit;
    }

    UUID handle(String by) {
        var id = sweeps.ask(by);
        audit.record(Act.of("sweep.started", "supervision.sweep", id));
        jobs.sweep(id);
        return id;
    }
}

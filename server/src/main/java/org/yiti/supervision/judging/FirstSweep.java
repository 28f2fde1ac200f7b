package org.yiti.supervision.judging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiti.kernel.StartWork;

/** A house that has rows but was never judged to the end is judged before anybody looks at it. */
@Component
@Order(200)
class FirstSweep implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstSweep.class);

    private final Sweeps sweeps;
    private final RunSweep sweep;
    private final StartWork start;

    FirstSweep(Sweeps sweeps, RunSweep sweep, StartWork start) {
        this.start = start;
        this.sweeps = sweeps;
        this.sweep = sweep;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!sweeps.everFinished() && sweeps.anythingToJudge()) {
            log.info("Judging the ledgers by the law for the first time");
            start.run(() -> sweep.handle(sweeps.ask(null)));
            sweeps.latest().ifPresent(done -> log.info("{} findings by {} rules", done.found(), done.rulesTotal()));
        }
    }
}

package org.yiti.safeguard.cipher;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/**
 * Values that somebody met and that cannot be opened. They are told of once for each column and reason, not with every
 * page that has them; and not while the page is read, in whose transaction nothing can be written.
 */
@Component
class Unreadable {

    private static final Logger log = LoggerFactory.getLogger(Unreadable.class);
    /** Of reasons that somebody makes up by damaging values, only so many are remembered. */
    private static final int MOST = 1_000;

    private static final int PAUSE_SECONDS = 3;

    private record Met(String place, String why) {}

    private final Audit audit;
    private final Set<Met> met = ConcurrentHashMap.newKeySet();
    private final Set<Met> told = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService teller;

    Unreadable(Audit audit) {
        this.audit = audit;
        this.teller = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "unreadable"));
        teller.scheduleWithFixedDelay(this::tell, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }

    void note(String place, String why) {
        var one = new Met(place, why);
        if (!told.contains(one) && met.size() < MOST) {
            met.add(one);
        }
    }

    /** What was met and has not been told of since this server started. */
    void tell() {
        try {
            met.forEach(this::tell);
        } catch (RuntimeException notYet) {
            log.warn("Values that cannot be opened could not be told of yet: {}", notYet.getMessage());
        }
    }

    private void tell(Met one) {
        log.error("Values of {} cannot be opened. {}", one.place(), one.why());
        audit.record(Act.of("data.unreadable", "safeguard.sealed_place", one.place())
                .ended(Act.REFUSED)
                .with("why", one.why()));
        if (told.size() < MOST) {
            told.add(one);
        }
        met.remove(one);
    }
}

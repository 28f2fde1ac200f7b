package org.yiti.telemetry.aside;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Unstorable;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.BatchStore;
import tools.jackson.databind.json.JsonMapper;

/** Stores again what could not be stored. Each by itself: one that still cannot must not keep the others back. */
@Component
class TryAgain {

    /**
     * @param taken now stored where they belong
     * @param left still cannot be stored
     * @param more whether there were more of the reason than are tried at a time
     */
    record Outcome(int taken, int left, boolean more) {}

    private static final String HOUSE =
            "what devices say is written by nobody who acts; whose may be tried again was just asked";

    private final JdbcClient database;
    private final Chosen chosen;
    private final BatchStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    TryAgain(
            JdbcClient database,
            Chosen chosen,
            BatchStore store,
            Audit audit,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.chosen = chosen;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    Outcome handle(Chosen.Request request) {
        var all = chosen.of(request.ids(), request.reason());
        var taken = (int) all.stream().filter(this::taken).count();
        return new Outcome(taken, all.size() - taken, all.size() == Chosen.MOST);
    }

    /** What stands there already is not stored again: whoever is interrupted between the two tries again and nothing is amiss. */
    private boolean taken(Chosen.One one) {
        var batch = json.readValue(one.content(), Batch.class);
        try {
            Unscoped.run(HOUSE, () -> store.store(List.of(batch)));
        } catch (RuntimeException failure) {
            if (!Unstorable.is(failure)) {
                throw failure;
            }
            note(one, Unstorable.why(failure).replace("\0", ""));
            return false;
        }
        transaction.executeWithoutResult(status -> {
            tell("aside.taken", one);
            Unscoped.run(
                    HOUSE,
                    () -> database.sql("delete from telemetry.set_aside where id = :id")
                            .param("id", one.id())
                            .update());
        });
        return true;
    }

    private void note(Chosen.One one, String why) {
        transaction.executeWithoutResult(status -> {
            tell("aside.tried", one);
            Unscoped.run(
                    HOUSE,
                    () -> database.sql(
                                    "update telemetry.set_aside set tries = tries + 1, tried_at = :now, why = :why where id = :id")
                            .param("now", OffsetDateTime.now(clock))
                            .param("why", why)
                            .param("id", one.id())
                            .update());
        });
    }

    private void tell(String action, Chosen.One one) {
        audit.record(
                Act.of(action, "telemetry.set_aside", String.valueOf(one.id())).in(one.institution()));
    }
}

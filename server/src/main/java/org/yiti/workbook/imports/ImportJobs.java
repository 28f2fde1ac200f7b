package org.yiti.workbook.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.yiti.kernel.WhenCommitted;

/** The work of imports, done in the background; a job whose server was killed is taken up again by whoever lives. */
@Component
class ImportJobs {

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("workbook-check");
    private static final TaskDescriptor<Void> APPLY = TaskDescriptor.of("workbook-apply");
    private static final TaskDescriptor<Void> UNDO = TaskDescriptor.of("workbook-undo");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ImportJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void check(UUID id) {
        schedule(CHECK, id);
    }

    void apply(UUID id) {
        schedule(APPLY, id);
    }

    void undo(UUID id) {
        schedule(UNDO, id);
    }

    private void schedule(TaskDescriptor<Void> task, UUID id) {
        // A finished job leaves its name free again; the suffix lets the same import be applied, refused and applied
        // anew.
        var instance = task.instance(id + "/" + clock.millis()).scheduledTo(clock.instant());
        scheduler.getObject().scheduleIfNotExists(instance);
        lookAfterCommit();
    }

    /** The scheduler looks at once, too early to see what this transaction has not committed yet, and then in a second. */
    private void lookAfterCommit() {
        WhenCommitted.run(() -> scheduler.getObject().triggerCheckForDueExecutions());
    }

    @Configuration
    static class Declared {

        @Bean
        OneTimeTask<Void> workbookCheck(CheckImport check, Imports imports) {
            return task(CHECK, check::handle, imports, Import.State.CHECKING);
        }

        @Bean
        OneTimeTask<Void> workbookApply(ApplyImport apply, Imports imports) {
            return task(APPLY, apply::handle, imports, Import.State.APPLYING);
        }

        @Bean
        OneTimeTask<Void> workbookUndo(UndoImport undo, Imports imports) {
            return task(UNDO, undo::handle, imports, Import.State.UNDOING);
        }

        private static OneTimeTask<Void> task(
                TaskDescriptor<Void> descriptor, Consumer<UUID> work, Imports imports, Import.State during) {
            return Tasks.oneTime(descriptor).execute((instance, context) -> {
                var id = UUID.fromString(instance.getId().substring(0, 36));
                try {
                    untilItMeetsNobody(id, work);
                } catch (RuntimeException bug) {
                    log.error("Import {} broke", id, bug);
                    imports.refuse(id, new Import.Refusal("/problems/incident", "workbook.broken", Map.of()));
                    imports.move(id, during, during == Import.State.CHECKING ? Import.State.FAILED : fallback(during));
                }
            });
        }

        /** Two that lock the same rows in another order: the database lets one of them go on, and the other begins again. */
        private static void untilItMeetsNobody(UUID id, Consumer<UUID> work) {
            for (var attempt = 1; ; attempt++) {
                try {
                    work.accept(id);
                    return;
                } catch (PessimisticLockingFailureException met) {
                    if (attempt == MOST_ATTEMPTS) {
                        throw met;
                    }
                    log.warn("Import {} met another at the same rows and begins again: {}", id, met.getMessage());
                }
            }
        }

        private static Import.State fallback(Import.State during) {
            return during == Import.State.APPLYING ? Import.State.CHECKED : Import.State.APPLIED;
        }
    }
}

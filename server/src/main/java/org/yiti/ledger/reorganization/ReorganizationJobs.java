package org.yiti.ledger.reorganization;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Acting;
import org.yiti.identity.Permission;
import org.yiti.kernel.Refused;
import org.yiti.kernel.problem.ConstraintNames;
import org.yiti.ledger.LedgerRefusal;

/**
 * What was decided for a day is done early on it, by the rights that whoever decided it has then; what cannot be done any more says so and waits for somebody.
 */
@Component
class ReorganizationJobs {

    private static final Logger log = LoggerFactory.getLogger(ReorganizationJobs.class);
    private static final TaskDescriptor<Void> DAILY = TaskDescriptor.of("ledger-reorganizations");
    private static final LocalTime EARLY = LocalTime.of(0, 10);

    private final ReorganizationQueries queries;
    private final Reorganizations reorganizations;
    private final ApplyReorganization apply;
    private final ConstraintNames constraints;
    private final AccountDirectory accounts;

    ReorganizationJobs(
            ReorganizationQueries queries,
            Reorganizations reorganizations,
            ApplyReorganization apply,
            ConstraintNames constraints,
            AccountDirectory accounts) {
        this.accounts = accounts;
        this.queries = queries;
        this.reorganizations = reorganizations;
        this.apply = apply;
        this.constraints = constraints;
    }

    void run() {
        for (var due : queries.due()) {
            var id = due.id();
            try {
                var decider = accounts.find(due.decidedBy(), due.purpose(), due.onBehalfOf())
                        .filter(account -> account.may(Permission.WRITE))
                        .orElseThrow(() -> new Refused(LedgerRefusal.REORGANIZATION_OF_WHO_LEFT));
                Acting.as(decider, () -> apply.onItsDay(id));
            } catch (Refused refused) {
                reorganizations.failed(id, refused.refusal().wording(), refused.facts());
            } catch (DataAccessException broken) {
                log.error("Reorganization {} cannot be done", id, broken);
                reorganizations.failed(id, "constraint." + constraints.of(broken), Map.of());
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        RecurringTask<Void> ledgerReorganizations(ReorganizationJobs jobs, Clock clock) {
            return Tasks.recurring(DAILY, Schedules.daily(clock.getZone(), EARLY))
                    .execute((instance, context) -> jobs.run());
        }
    }
}

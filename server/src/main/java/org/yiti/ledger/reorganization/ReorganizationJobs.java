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
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.kernel.Refused;
import org.yiti.kernel.problem.ConstraintNames;

/** What was decided for a day is done early on it; what cannot be done any more says so and waits for somebody. */
@Component
class ReorganizationJobs {

    private static final Logger log = LoggerFactory.getLogger(ReorganizationJobs.class);
    private static final TaskDescriptor<Void> DAILY = TaskDescriptor.of("ledger-reorganizations");
    private static final LocalTime EARLY = LocalTime.of(0, 10);

    private final ReorganizationQueries queries;
    private final Reorganizations reorganizations;
    private final ApplyReorganization apply;
    private final ConstraintNames constraints;

    ReorganizationJobs(
            ReorganizationQueries queries,
            Reorganizations reorganizations,
            ApplyReorganization apply,
            ConstraintNames constraints) {
        this.queries = queries;
        this.reorganizations = reorganizations;
        this.apply = apply;
        this.constraints = constraints;
    }

    void run() {
        for (var id : queries.due()) {
            try {
                Acting.as(Account.HOUSE, () -> apply.onItsDay(id));
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

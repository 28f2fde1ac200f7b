package org.yiti.supervision.laboratory;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Trials in the background, those in shadow by night when the findings have been judged. */
@Component
class TrialJobs {

    private static final TaskDescriptor<Void> TRIAL = TaskDescriptor.of("supervision-trial");
    private static final TaskDescriptor<Void> NIGHT = TaskDescriptor.of("supervision-shadow");
    private static final TaskDescriptor<Void> SHADOWS = TaskDescriptor.of("supervision-shadows-nightly");
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    TrialJobs(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void run(UUID trial) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TRIAL.instance(trial.toString()).scheduledTo(clock.instant()));
    }

    void firstNight(UUID trial) {
        scheduler
                .getObject()
                .scheduleIfNotExists(NIGHT.instance(trial.toString()).scheduledTo(clock.instant()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        OneTimeTask<Void> supervisionTrial(RunTrial run) {
            return Tasks.oneTime(TRIAL).execute((instance, context) -> run.handle(UUID.fromString(instance.getId())));
        }

        @Bean
        OneTimeTask<Void> supervisionShadow(RunTrial run, Trials trials) {
            return Tasks.oneTime(NIGHT)
                    .execute((instance, context) ->
                            trials.find(UUID.fromString(instance.getId())).ifPresent(run::night));
        }

        @Bean
        RecurringTask<Void> supervisionShadowsNightly(RunTrial run) {
            return Tasks.recurring(SHADOWS, Schedules.daily(ZoneId.of("Asia/Shanghai"), AT_NIGHT))
                    .execute((instance, context) -> run.night());
        }
    }
}

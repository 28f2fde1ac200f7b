package org.yiti.supervision.judging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Judging in the background; what a killed server left undone is taken up again by whoever lives. */
@Component
class JudgingJobs {

    private static final TaskDescriptor<Void> SWEEP = TaskDescriptor.of("supervision-sweep");
    private static final TaskDescriptor<Void> PENDING = TaskDescriptor.of("supervision-judge-pending");
    private static final TaskDescriptor<Void> NIGHTLY = TaskDescriptor.of("supervision-nightly");
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);
    /** Changes come in bursts: what belongs to one import is judged together. */
    private static final Duration SETTLE = Duration.ofMillis(300);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    JudgingJobs(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void sweep(UUID id) {
        scheduler.getObject().scheduleIfNotExists(SWEEP.instance(id.toString()).scheduledTo(clock.instant()));
    }

    void judgePending() {
        var instance = PENDING.instance(UUID.randomUUID().toString());
        scheduler
                .getObject()
                .scheduleIfNotExists(instance.scheduledTo(clock.instant().plus(SETTLE)));
    }

    /** However many wait for the same moment, one of them is enough. */
    void judgePending(Instant at) {
        var name = UUID.nameUUIDFromBytes(at.toString().getBytes(UTF_8)).toString();
        scheduler.getObject().scheduleIfNotExists(PENDING.instance(name).scheduledTo(at));
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        OneTimeTask<Void> supervisionSweep(RunSweep sweep) {
            return Tasks.oneTime(SWEEP).execute((instance, context) -> sweep.handle(UUID.fromString(instance.getId())));
        }

        @Bean
        OneTimeTask<Void> supervisionJudgePending(
                ObjectProvider<JudgeOnChange> onChange, JudgingJobs jobs, Breath breath, Clock clock) {
            return Tasks.oneTime(PENDING).execute((instance, context) -> {
                var begun = clock.instant();
                var later = breath.until(begun);
                if (later.isPresent()) {
                    jobs.judgePending(later.get());
                } else {
                    onChange.getObject().judgePending(UUID.fromString(instance.getId()));
                    breath.after(begun, clock.instant());
                }
            });
        }

        @Bean
        RecurringTask<Void> supervisionNightly(Sweeps sweeps, JudgingJobs jobs) {
            return Tasks.recurring(NIGHTLY, Schedules.daily(ZoneId.of("Asia/Shanghai"), AT_NIGHT))
                    .execute((instance, context) -> jobs.sweep(sweeps.ask(null)));
        }
    }
}

package org.yiti.supervision.cases.handling;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Facts are mended at any hour: what follows for a case is proposed while the day is the same. */
@Configuration(proxyBeanMethods = false)
class CaseJobs {

    private static final TaskDescriptor<Void> WATCH = TaskDescriptor.of("supervision-cases");
    private static final Duration BETWEEN = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> supervisionCases(WatchCases watch) {
        return Tasks.recurring(WATCH, FixedDelay.of(BETWEEN)).execute((instance, context) -> watch.handle());
    }
}

package org.yiti.safeguard.audit;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiti.kernel.Refused;

/** Every minute what was changed past the server is sealed, and the head is signed if the log grew. A server killed before that loses nothing: the next one signs it. */
@Configuration(proxyBeanMethods = false)
class CheckpointJobs {

    private static final Logger log = LoggerFactory.getLogger(CheckpointJobs.class);
    private static final TaskDescriptor<Void> CHECKPOINT = TaskDescriptor.of("safeguard-checkpoint");

    @Bean
    RecurringTask<Void> safeguardCheckpoint(ObjectProvider<SealLate> late, ObjectProvider<SignCheckpoint> checkpoint) {
        return Tasks.recurring(CHECKPOINT, Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    late.getObject().compare();
                    late.getObject().mark();
                    try {
                        checkpoint.getObject().now();
                    } catch (Refused refused) {
                        log.error("No checkpoint was signed: {}", refused.getMessage());
                    }
                });
    }
}

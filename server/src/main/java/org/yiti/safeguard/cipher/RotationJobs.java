package org.yiti.safeguard.cipher;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiti.kernel.Refused;

/** Every minute what is not encrypted with the newest key is looked for: what was there before its column was sealed as well. */
@Configuration(proxyBeanMethods = false)
class RotationJobs {

    private static final Logger log = LoggerFactory.getLogger(RotationJobs.class);
    private static final TaskDescriptor<Void> ROTATION = TaskDescriptor.of("safeguard-rotation");

    @Bean
    RecurringTask<Void> safeguardRotation(
            ObjectProvider<RotateKeys> rotate,
            ObjectProvider<RotateFiles> files,
            @Value("${yiti.rotation-pause:1m}") Duration pause) {
        return Tasks.recurring(ROTATION, Schedules.fixedDelay(pause)).execute((instance, context) -> {
            try {
                var done = rotate.getObject().run().and(files.getObject().run());
                if (done.done() > 0) {
                    log.info("{} values are encrypted with the newest key", done.done());
                }
                if (done.broken() > 0) {
                    log.error("{} values cannot be opened, and stay as they are", done.broken());
                }
            } catch (Refused broken) {
                log.error("Values cannot be encrypted anew: {}", broken.getMessage());
            }
        });
    }
}

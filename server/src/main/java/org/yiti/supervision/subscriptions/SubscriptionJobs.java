package org.yiti.supervision.subscriptions;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class SubscriptionJobs {

    private static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("supervision-deliver");

    @Bean
    RecurringTask<Void> supervisionDeliver(DeliverMessages deliver, DeliverySettings settings) {
        return Tasks.recurring(DELIVER, FixedDelay.of(settings.every()))
                .execute((instance, context) -> deliver.handle());
    }
}

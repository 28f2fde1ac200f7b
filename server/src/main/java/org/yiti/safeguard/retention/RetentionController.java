package org.yiti.safeguard.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;

/** How long what is kept, what a run would delete, and a run now; one comes every night anyway. All of it in the whole house. */
@RestController
@Needs(Permission.PROTECTION)
@RequestMapping("/api/safeguard/retention")
class RetentionController {

    record Purged(long deleted) {}

    private final Purge purge;
    private final Scope scope;

    RetentionController(Purge purge, Scope scope) {
        this.purge = purge;
        this.scope = scope;
    }

    /** A dry run. */
    @GetMapping
    List<Purge.Due> due() {
        scope.require(Permission.PROTECTION, (UUID) null);
        return purge.due();
    }

    @Confirmed
    @PostMapping("/runs")
    Purged run() {
        scope.require(Permission.PROTECTION, (UUID) null);
        return new Purged(purge.run());
    }

    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

        @Bean
        RecurringTask<Void> safeguardPurge(ObjectProvider<Purge> purge) {
            return Tasks.recurring("safeguard-purge", Schedules.daily(ZoneId.of("Asia/Shanghai"), AT_NIGHT))
                    .execute((instance, context) -> purge.getObject().run());
        }
    }
}

package org.yiti.energy.health;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@Needs(Permission.READ)
class HealthController {

    private final HealthQueries health;

    HealthController(HealthQueries health) {
        this.health = health;
    }

    /**
     * Every meter that reports by itself, or should, and every source.
     *
     * @param institution and those below it
     */
    @GetMapping("/api/energy/health")
    HealthQueries.Health health(@RequestParam(required = false) @Nullable UUID institution) {
        return health.ask(institution);
    }
}

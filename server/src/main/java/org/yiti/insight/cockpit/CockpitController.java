package org.yiti.insight.cockpit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@Needs(Permission.READ)
class CockpitController {

    private final CockpitQueries cockpit;

    CockpitController(CockpitQueries cockpit) {
        this.cockpit = cockpit;
    }

    /** The figures of an institution with all below it; of one's whole scope without it. */
    @GetMapping("/api/insight/cockpit")
    CockpitView get(@RequestParam(required = false) @Nullable UUID institution) {
        return cockpit.get(institution);
    }
}

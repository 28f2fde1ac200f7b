package org.yiti.supervision.suspicion;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@RequestMapping("/api/supervision")
@Needs(Permission.READ)
class SuspicionController {

    private final SuspicionQueries suspicions;
    private final Shelf shelf;

    SuspicionController(SuspicionQueries suspicions, Shelf shelf) {
        this.suspicions = suspicions;
        this.shelf = shelf;
    }

    /** Vehicles, drivers or units (kind: vehicle, driver, institution), those with most against them first. */
    @GetMapping("/suspicions")
    SuspicionView.Ranking ranking(
            @RequestParam(defaultValue = "vehicle") String kind,
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable UUID finding,
            @RequestParam(defaultValue = "50") int limit) {
        return suspicions.ranking(
                new SuspicionQueries.Wanted(kind, institution, model, subject, finding), Math.max(1, limit));
    }

    /** What speaks against one of them, and what would show that there is nothing to it. */
    @GetMapping("/suspicions/contributions")
    List<SuspicionView.Contribution> contributions(
            @RequestParam(defaultValue = "vehicle") String kind,
            @RequestParam(required = false) @Nullable UUID subject) {
        return subject == null ? List.of() : suspicions.contributions(kind, subject);
    }

    @GetMapping("/suspicion-models")
    List<SuspicionView.Model> models() {
        return shelf.models();
    }
}

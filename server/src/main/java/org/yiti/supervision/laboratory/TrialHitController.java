package org.yiti.supervision.laboratory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

/** What a trial found on one of its days. */
@RestController
@RequestMapping("/api/supervision/laboratory/trials/{id}")
@Needs(Permission.RULE)
class TrialHitController {

    private final Trials trials;
    private final TrialQueries queries;
    private final TrialHits hits;

    TrialHitController(Trials trials, TrialQueries queries, TrialHits hits) {
        this.trials = trials;
        this.queries = queries;
        this.hits = hits;
    }

    @GetMapping("/units")
    List<TrialView.UnitCount> units(@PathVariable UUID id, @RequestParam LocalDate day) {
        return hits.units(trials.get(id).id(), day);
    }

    @GetMapping("/subjects")
    TrialView.Subjects subjects(
            @PathVariable UUID id,
            @RequestParam LocalDate day,
            @RequestParam(required = false) TrialHits.@Nullable Change change) {
        return hits.subjects(queries.item(trials.get(id)).rule(), id, day, change);
    }
}

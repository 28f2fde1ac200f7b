package org.yiti.supervision.campaigns.visits;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

/** Visits: photographs lie with them as papers, {@code /api/objects/visit/{id}/papers}. */
@RestController
@RequestMapping("/api/supervision/visits")
@Needs(Permission.VERIFY)
class VisitController {

    private final VisitQueries visits;
    private final AnswerVisit answer;
    private final SettleVisit settle;

    VisitController(VisitQueries visits, AnswerVisit answer, SettleVisit settle) {
        this.visits = visits;
        this.answer = answer;
        this.settle = settle;
    }

    /** What whoever asks still has to visit. */
    @GetMapping
    List<VisitView.Visit> mine() {
        return visits.mine();
    }

    /** A unit sees its own when it is made. */
    @GetMapping("/{id}")
    @Needs(Permission.READ)
    VisitView.Visit get(@PathVariable UUID id) {
        return visits.get(id);
    }

    @PutMapping("/{id}/answers")
    VisitView.Synced answer(@PathVariable UUID id, @Valid @RequestBody AnswerVisit.Request request) {
        var conflicts = answer.handle(id, request);
        return new VisitView.Synced(visits.get(id), conflicts);
    }

    @PostMapping("/{id}/finish")
    VisitView.Visit finish(@PathVariable UUID id, @Valid @RequestBody SettleVisit.Finished request) {
        settle.finish(id, request);
        return visits.get(id);
    }

    @PostMapping("/{id}/drop")
    VisitView.Visit drop(@PathVariable UUID id, @Valid @RequestBody SettleVisit.Dropped request) {
        settle.drop(id, request);
        return visits.get(id);
    }

    @PutMapping("/{id}/inspector")
    VisitView.Visit give(@PathVariable UUID id, @Valid @RequestBody SettleVisit.Given request) {
        settle.give(id, request);
        return visits.get(id);
    }
}

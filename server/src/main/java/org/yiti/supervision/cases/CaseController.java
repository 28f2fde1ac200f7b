package org.yiti.supervision.cases;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.supervision.cases.handling.DecideProposal;
import org.yiti.supervision.cases.handling.OpenCase;
import org.yiti.supervision.cases.handling.TakeCaseStep;

@RestController
@RequestMapping("/api/supervision/cases")
@Needs(Permission.READ)
class CaseController {

    private final CaseQueries cases;
    private final CasePage pages;
    private final OpenCase open;
    private final TakeCaseStep takeStep;
    private final DecideProposal decide;

    CaseController(CaseQueries cases, CasePage pages, OpenCase open, TakeCaseStep takeStep, DecideProposal decide) {
        this.cases = cases;
        this.pages = pages;
        this.open = open;
        this.takeStep = takeStep;
        this.decide = decide;
    }

    /** Views: waiting (for whoever asks), mine (in their charge), late, escalated (late, told to the superior), owed (a unit has the word), open, closed. */
    @GetMapping
    CaseView.Page list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable UUID institution,
            @Parameter(description = "with an institution: that one alone, without those below it")
                    @RequestParam(defaultValue = "false")
                    boolean own,
            @Parameter(description = "in charge: an account, me, or none") @RequestParam(required = false) @Nullable
                    String assignee,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return cases.page(view, new CaseFilter(institution, own, assignee), after, Math.max(1, Math.min(200, limit)));
    }

    @PostMapping
    @Needs(Permission.VERIFY)
    CaseView.Opened open(@Valid @RequestBody OpenCase.Request request) {
        return new CaseView.Opened(open.handle(request));
    }

    @GetMapping("/{id}")
    CaseView.Whole get(@PathVariable UUID id) {
        return pages.get(id);
    }

    @PostMapping("/{id}/steps")
    CaseView.Whole step(@PathVariable UUID id, @Valid @RequestBody TakeCaseStep.Request request) {
        takeStep.handle(id, request);
        return pages.get(id);
    }

    @PostMapping("/{id}/proposals/{proposal}")
    @Needs(Permission.VERIFY)
    CaseView.Whole decide(
            @PathVariable UUID id, @PathVariable UUID proposal, @Valid @RequestBody DecideProposal.Request request) {
        decide.handle(id, proposal, request);
        return pages.get(id);
    }
}

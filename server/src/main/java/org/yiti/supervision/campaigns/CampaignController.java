package org.yiti.supervision.campaigns;

import jakarta.validation.Valid;
import java.util.List;
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
import org.yiti.supervision.campaigns.draw.DrawQueries;
import org.yiti.supervision.campaigns.draw.DrawSample;
import org.yiti.supervision.campaigns.plan.Checklist;
import org.yiti.supervision.campaigns.plan.Checklists;

@RestController
@RequestMapping("/api/supervision")
@Needs(Permission.VERIFY)
class CampaignController {

    private final Checklists checklists;
    private final CampaignQueries queries;
    private final DrawQueries draws;
    private final PlanCampaign plan;
    private final DrawSample draw;
    private final CloseCampaign close;

    CampaignController(
            Checklists checklists,
            CampaignQueries queries,
            DrawQueries draws,
            PlanCampaign plan,
            DrawSample draw,
            CloseCampaign close) {
        this.checklists = checklists;
        this.queries = queries;
        this.draws = draws;
        this.plan = plan;
        this.draw = draw;
        this.close = close;
    }

    @GetMapping("/checklists")
    @Needs(Permission.READ)
    List<Checklist> checklists() {
        return checklists.all();
    }

    @GetMapping("/campaigns")
    CampaignView.Page list(
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return queries.page(institution, after, Math.max(1, Math.min(200, limit)));
    }

    @PostMapping("/campaigns")
    CampaignView.Made plan(@Valid @RequestBody PlanCampaign.Request request) {
        return new CampaignView.Made(plan.handle(request));
    }

    @GetMapping("/campaigns/{id}")
    CampaignView.Whole get(@PathVariable UUID id) {
        return queries.get(id);
    }

    /** Draws, or draws anew with a reason. */
    @PostMapping("/campaigns/{id}/draws")
    CampaignView.Whole draw(@PathVariable UUID id, @Valid @RequestBody DrawSample.Request request) {
        draw.handle(id, request);
        return queries.get(id);
    }

    /** What the draw was weighed by. */
    @GetMapping("/campaigns/{id}/draws/{n}")
    List<DrawQueries.Weighed> weights(@PathVariable UUID id, @PathVariable int n) {
        return draws.weights(id, n);
    }

    @PostMapping("/campaigns/{id}/close")
    CampaignView.Whole close(@PathVariable UUID id, @Valid @RequestBody CloseCampaign.Request request) {
        close.handle(id, request);
        return queries.get(id);
    }
}

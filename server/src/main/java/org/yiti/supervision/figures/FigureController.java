package org.yiti.supervision.figures;

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

@RestController
@RequestMapping("/api/supervision")
@Needs(Permission.READ)
class FigureController {

    private final FigureQueries figures;
    private final RiskQueries risks;
    private final ContestFigure contest;
    private final AnswerContest answer;

    FigureController(FigureQueries figures, RiskQueries risks, ContestFigure contest, AnswerContest answer) {
        this.figures = figures;
        this.risks = risks;
        this.contest = contest;
        this.answer = answer;
    }

    /** What every figure means. */
    @GetMapping("/metrics")
    FigureView.Dictionary metrics() {
        return figures.dictionary();
    }

    /** One figure (running costs of vehicles where none is named) of all in one's part of the tree, among their like. */
    @GetMapping("/figures")
    FigureView.Comparison compare(
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable UUID institution) {
        return figures.compare(metric, institution);
    }

    @GetMapping("/risks")
    List<FigureView.Ranked> risks(@RequestParam(required = false) @Nullable UUID institution) {
        return risks.ranking(institution);
    }

    @GetMapping("/risks/{id}")
    FigureView.Profile risk(@PathVariable UUID id) {
        return risks.profile(id);
    }

    @PostMapping("/risks/{id}/contests")
    @Needs(Permission.RECTIFY)
    FigureView.Profile contest(@PathVariable UUID id, @Valid @RequestBody ContestFigure.Request request) {
        contest.handle(id, request);
        return risks.profile(id);
    }

    @PostMapping("/risks/{id}/answers")
    @Needs(Permission.VERIFY)
    FigureView.Profile answer(@PathVariable UUID id, @Valid @RequestBody AnswerContest.Request request) {
        answer.handle(id, request);
        return risks.profile(id);
    }
}

package org.yiti.supervision.cases;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.supervision.cases.handling.MergeCases;
import org.yiti.supervision.cases.handling.SplitCase;

@RestController
@RequestMapping("/api/supervision/cases/{id}")
@Needs(Permission.VERIFY)
class MergeAndSplitController {

    private final MergeCases merge;
    private final SplitCase split;
    private final CasePage pages;

    MergeAndSplitController(MergeCases merge, SplitCase split, CasePage pages) {
        this.merge = merge;
        this.split = split;
        this.pages = pages;
    }

    /** What other cases of the institution hold comes into this one. */
    @PostMapping("/merge")
    CaseView.Whole merge(@PathVariable UUID id, @Valid @RequestBody MergeCases.Request request) {
        merge.handle(id, request);
        return pages.get(id);
    }

    /** Some of its findings become a case of their own. */
    @PostMapping("/split")
    CaseView.Opened split(@PathVariable UUID id, @Valid @RequestBody SplitCase.Request request) {
        return new CaseView.Opened(split.handle(id, request));
    }
}

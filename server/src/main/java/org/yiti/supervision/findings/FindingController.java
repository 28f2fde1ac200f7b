package org.yiti.supervision.findings;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;

@RestController
@RequestMapping("/api/supervision")
@Needs(Permission.READ)
class FindingController {

    private final FindingQueries findings;
    private final FindingPage pages;
    private final OpenFindings open;
    private final TakeStep takeStep;
    private final AccountDirectory accounts;
    private final Scope scope;

    FindingController(
            FindingQueries findings,
            FindingPage pages,
            OpenFindings open,
            TakeStep takeStep,
            AccountDirectory accounts,
            Scope scope) {
        this.findings = findings;
        this.pages = pages;
        this.open = open;
        this.takeStep = takeStep;
        this.accounts = accounts;
        this.scope = scope;
    }

    /** Filters: rule, module, severity, state (OPEN for all that are not settled), minAgeDays, overdue, assignee (me), subject, q. */
    @FindingFilters
    @GetMapping("/findings")
    FindingView.Page list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable UUID institution,
            @Parameter(
                            description =
                                    "institution, rule, severity, firstSeen, dueOn or excess (as a share of the limit); descending with a minus before it; the newest first without it")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        return findings.page(parameters, institution, sort, after, Math.max(1, Math.min(500, limit)), locale);
    }

    /** How many are open at each institution, and at it with all below it; those without any are left out. */
    @GetMapping("/open-findings")
    List<OpenFindings.At> open() {
        return open.byInstitution();
    }

    @GetMapping("/findings/{id}")
    FindingView.Whole get(@PathVariable UUID id, Locale locale) {
        return pages.get(id, locale);
    }

    @PostMapping("/findings/{id}/steps")
    FindingView.Whole step(@PathVariable UUID id, @Valid @RequestBody TakeStep.Request request, Locale locale) {
        takeStep.handle(id, request);
        return pages.get(id, locale);
    }

    /** Who can be put in charge of a finding. */
    @GetMapping("/assignees")
    List<AccountDirectory.Named> assignees() {
        return accounts.workingOnFindings(scope.institutions());
    }
}

package org.yiti.supervision.laboratory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.law.Proposal;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;

/** Asks a rule over its past, in two wordings, or night by night: in the background, and nothing comes of it for anybody. */
@UseCase
class StartTrial {

    private static final int MONTHS = 12;

    /**
     * @param months how many of them back, their last days and today; of a back-test
     * @param day of a comparison; null for today
     * @param hash wording; null for the one in use
     * @param otherHash wording it is compared with
     * @param proposals numbers it is compared with
     * @param institution whose part of the tree; null for all
     * @param reason why it goes into shadow
     */
    record Request(
            @NotNull Trial.Kind kind,
            @NotBlank @Size(max = 200) String rule,
            @Nullable @Min(1) @Max(36) Integer months,
            @Nullable LocalDate day,
            @Nullable @Size(max = 64) String hash,
            @Nullable @Size(max = 64) String otherHash,
            @Nullable @Size(max = 20) List<Proposal> proposals,
            @Nullable UUID institution,
            @Nullable @Size(max = 1000) String reason) {}

    private record Known(String hash, boolean enabled) {}

    private final Trials trials;
    private final CheckProposals proposals;
    private final TrialJobs jobs;
    private final JdbcClient jdbc;
    private final Scope scope;
    private final Audit audit;

    StartTrial(Trials trials, CheckProposals proposals, TrialJobs jobs, JdbcClient jdbc, Scope scope, Audit audit) {
        this.trials = trials;
        this.proposals = proposals;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.scope = scope;
        this.audit = audit;
    }

    UUID handle(Request request) {
        var wish = wish(request);
        proposals.check(wish.rule(), wish.proposals());
        if (wish.institution() != null) {
            scope.subtree(wish.institution());
        }
        var id = add(wish, request);
        audit.record(Act.of("trial.started", "supervision.trial", id)
                .in(wish.institution())
                .with("kind", wish.kind())
                .with("rule", wish.rule())
                .with("proposals", wish.proposals().isEmpty() ? null : wish.proposals())
                .with("reason", request.reason()));
        if (wish.kind() == Trial.Kind.SHADOW) {
            jobs.firstNight(id);
        } else {
            jobs.run(id);
        }
        return id;
    }

    private UUID add(Trial.Wish wish, Request request) {
        try {
            return trials.add(
                    wish,
                    days(wish.kind(), request),
                    request.reason(),
                    scope.account().account());
        } catch (DuplicateKeyException e) {
            throw new Refused(SupervisionRefusal.ALREADY_IN_SHADOW, Map.of("rule", wish.rule()));
        }
    }

    private Trial.Wish wish(Request request) {
        var known = jdbc.sql("select hash, enabled from supervision.rule where id = :rule and shipped")
                .param("rule", request.rule())
                .query(Known.class)
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.RULE_NOT_FOUND, Map.of("rule", request.rule())));
        List<Proposal> proposed = request.proposals() == null ? List.of() : request.proposals();
        var wish = new Trial.Wish(
                request.kind(),
                request.rule(),
                version(request.rule(), request.hash() == null ? known.hash() : request.hash()),
                request.otherHash() == null ? null : version(request.rule(), request.otherHash()),
                proposed,
                request.institution());
        if (wish.kind() == Trial.Kind.COMPARISON
                && (wish.otherHash() == null || wish.otherHash().equals(wish.hash()))) {
            throw new Refused(SupervisionRefusal.NOTHING_TO_COMPARE);
        }
        if (wish.kind() == Trial.Kind.SHADOW) {
            if (request.reason() == null || request.reason().isBlank()) {
                throw new Refused(SupervisionRefusal.REASON_MISSING);
            }
            if (known.enabled() && proposed.isEmpty()) {
                throw new Refused(SupervisionRefusal.RULE_IS_ON, Map.of("rule", wish.rule()));
            }
        }
        return wish;
    }

    private String version(String rule, String hash) {
        return jdbc.sql("select hash from supervision.rule_version where rule_id = :rule and hash = :hash")
                .param("rule", rule)
                .param("hash", hash)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.VERSION_NOT_FOUND, Map.of("rule", rule)));
    }

    private List<LocalDate> days(Trial.Kind kind, Request request) {
        var today = trials.today();
        return switch (kind) {
            case SHADOW -> List.of();
            case COMPARISON -> List.of(request.day() == null ? today : request.day());
            case BACK_TEST -> {
                var days = new ArrayList<LocalDate>();
                var months = request.months() == null ? MONTHS : request.months();
                for (int back = months; back > 0; back--) {
                    days.add(YearMonth.from(today).minusMonths(back).atEndOfMonth());
                }
                days.add(today);
                yield days;
            }
        };
    }
}

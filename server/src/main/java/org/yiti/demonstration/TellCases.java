package org.yiti.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiti.identity.Account;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Acting;
import org.yiti.kernel.StartWork;
import org.yiti.supervision.CaseWork;
import org.yiti.supervision.CaseWork.Candidate;

/**
 * Some cases on their way, each in another stage, taken there by the hands of those who may: an inbox and a board without
 * any would show nobody what they are for. Two were left lying, and are late: a bureau where nothing is would not look
 * like one.
 */
@Component
@Order(300)
class TellCases implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TellCases.class);
    private static final int FINDINGS = 2;

    /** What newcomers are shown one of: it stays as it was found. */
    private static final Set<String> LEFT_ALONE = Set.of("premises.office-area", "energy.night-load");

    /** @param byUnit the unit's officer does it, otherwise the inspector */
    private record Stride(
            String step, boolean byUnit, @Nullable String note) {}

    private static final Stride VERIFY = new Stride("VERIFY", false, "调阅台账和原始凭证");
    private static final Stride ASSIGN = new Stride("ASSIGN", false, null);
    private static final Stride ASK = new Stride("ASK_EXPLANATION", false, "请说明情况，并附相关材料");
    private static final Stride ORDER = new Stride("ORDER_RECTIFICATION", false, "按规定整改，完成后报告");
    private static final Stride REPORT = new Stride("REPORT_RECTIFIED", true, "已按要求整改，材料附后");
    private static final Stride PASS = new Stride("PASS_REVIEW", false, "现场复核，情况属实");
    private static final Stride CIRCULATE = new Stride("CIRCULATE", false, "在市直机关内部通报");
    private static final Stride CLOSE = new Stride("CLOSE", false, "已办结");

    /** The furthest first: they need a unit with somebody to answer. */
    private static final List<List<Stride>> WAYS = List.of(
            List.of(VERIFY, ASK),
            List.of(VERIFY, ORDER, REPORT),
            List.of(VERIFY, ORDER, REPORT, PASS, CIRCULATE),
            List.of(VERIFY, ORDER, REPORT, PASS, CLOSE),
            List.of(VERIFY, ORDER),
            List.of(VERIFY, ASSIGN),
            List.of());

    /** Begun weeks ago, and nobody went on: to be verified within twenty workdays, to be explained within ten. */
    private static final List<List<Stride>> LEFT_LYING = List.of(List.of(VERIFY, ASSIGN), List.of(VERIFY, ASK));

    private static final int LYING_DAYS = 45;

    private final CaseWork work;
    private final Worlds worlds;
    private final AccountDirectory accounts;
    private final StartWork start;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Set<UUID> taken = new HashSet<>();

    TellCases(
            CaseWork work,
            Worlds worlds,
            AccountDirectory accounts,
            StartWork start,
            TransactionOperations transaction,
            Clock clock) {
        this.work = work;
        this.worlds = worlds;
        this.accounts = accounts;
        this.start = start;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (worlds.isTold() && !work.hasBegun()) {
            account("inspector")
                    .ifPresent(inspector -> account("officer")
                            .ifPresent(officer -> start.run(() -> {
                                log.info("Opening some cases, each in another stage");
                                transaction.executeWithoutResult(status -> tell(inspector, officer));
                            })));
        }
    }

    private Optional<Account> account(String name) {
        return accounts.all().stream().filter(one -> one.account().equals(name)).findFirst();
    }

    private void tell(Account inspector, Account officer) {
        var candidates = as(inspector, work::candidates).stream()
                .filter(one -> !LEFT_ALONE.contains(one.rule()))
                .toList();
        for (var way : WAYS) {
            start.step();
            var answered = way.stream().anyMatch(Stride::byUnit) || way.contains(ASK);
            var findings =
                    together(candidates, one -> answered == one.institution().equals(officer.institutionId()));
            if (!findings.isEmpty()) {
                go(way, findings, inspector, officer, clock.instant());
            }
        }
        var then = LocalDate.now(clock).minusDays(LYING_DAYS);
        for (var way : LEFT_LYING) {
            start.step();
            var findings = together(
                    candidates.stream()
                            .filter(one -> !one.firstSeen().isAfter(then))
                            .toList(),
                    one -> !one.institution().equals(inspector.institutionId()));
            if (!findings.isEmpty()) {
                go(
                        way,
                        findings,
                        inspector,
                        officer,
                        then.atTime(10, 30).atZone(clock.getZone()).toInstant());
            }
        }
    }

    /** Of one institution and one rule, and of none that has a case already where another can be had. */
    private List<UUID> together(List<Candidate> candidates, Predicate<Candidate> wanted) {
        var first = candidates.stream()
                .filter(wanted)
                .filter(one -> !taken.contains(one.id()))
                .findFirst()
                .orElse(null);
        if (first == null) {
            return List.of();
        }
        var findings = new ArrayList<UUID>();
        candidates.stream()
                .filter(one -> one.rule().equals(first.rule())
                        && one.institution().equals(first.institution())
                        && !taken.contains(one.id()))
                .limit(FINDINGS)
                .forEach(one -> findings.add(one.id()));
        taken.addAll(findings);
        return findings;
    }

    private void go(List<Stride> way, List<UUID> findings, Account inspector, Account officer, Instant at) {
        var id = as(inspector, () -> work.open(findings, "监督检查发现，合并办理", at));
        for (var stride : way) {
            as(stride.byUnit() ? officer : inspector, () -> {
                work.step(id, stride.step(), stride.note(), stride == ASSIGN ? inspector.account() : null, at);
                return true;
            });
        }
    }

    private static <T> T as(Account account, Supplier<T> act) {
        return Acting.as(account, null, null, act);
    }
}

package org.yiti.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiti.calendar.WorkCalendar;
import org.yiti.identity.Account;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Acting;
import org.yiti.identity.Role;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refusal;
import org.yiti.kernel.Refused;
import org.yiti.kernel.StartWork;
import org.yiti.supervision.EarlierJudgement;
import org.yiti.supervision.EarlierSteps;
import org.yiti.supervision.EarlierSteps.Taken;
import org.yiti.supervision.EarlierSteps.Waiting;
import org.yiti.supervision.SupervisionRefusal;

/**
 * The weeks before the very first start: what the law would have found on those days, and what people did about it.
 * A bureau where nothing was ever dealt with would not look like one.
 */
@Component
@Order(150)
class TellPast implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TellPast.class);
    private static final List<Integer> DAYS_AGO = List.of(46, 24, 9);
    private static final Set<Refusal> LEFT =
            Set.of(SupervisionRefusal.STEP_NOT_POSSIBLE, SupervisionRefusal.FINDING_OF_OWN_UNIT);

    private final Clock clock;
    private final WorkCalendar calendar;
    private final EarlierJudgement judgement;
    private final EarlierSteps steps;
    private final StartWork start;
    private final Worlds worlds;
    private final AccountDirectory accounts;
    private final Scope scope;
    private final Chance chance;

    TellPast(
            Clock clock,
            WorkCalendar calendar,
            EarlierJudgement judgement,
            EarlierSteps steps,
            StartWork start,
            Worlds worlds,
            AccountDirectory accounts,
            Scope scope,
            @Value("${yiti.demonstration-seed:2026}") long seed) {
        this.clock = clock;
        this.calendar = calendar;
        this.judgement = judgement;
        this.steps = steps;
        this.start = start;
        this.worlds = worlds;
        this.accounts = accounts;
        this.scope = scope;
        this.chance = new Chance(seed).under("past");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (worlds.isUntold()) {
            log.info("Telling the weeks before: what was found, and what people did about it");
            start.run(() -> {
                steps.forget();
                tell();
                worlds.told();
            });
        }
    }

    /** From the day of one judgement to the day of the next; what happens on that day belongs to the next. */
    record Stretch(LocalDate judged, LocalDate until) {

        /** They follow one another without a gap: a step left out makes those after it impossible. */
        static List<Stretch> before(LocalDate today) {
            return IntStream.range(0, DAYS_AGO.size())
                    .mapToObj(i -> new Stretch(
                            today.minusDays(DAYS_AGO.get(i)),
                            i + 1 < DAYS_AGO.size() ? today.minusDays(DAYS_AGO.get(i + 1)) : today))
                    .toList();
        }

        boolean holds(Instant moment, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(moment, zone);
            return !day.isBefore(judged) && day.isBefore(until);
        }
    }

    private void tell() {
        for (Stretch stretch : Stretch.before(LocalDate.now(clock))) {
            judgement.judge(stretch.judged());
            as(Account.HOUSE, steps::waiting).forEach(finding -> handle(finding, stretch));
        }
    }

    private void handle(Waiting finding, Stretch stretch) {
        int version = finding.version();
        start.step();
        for (Pace.Stride stride : Pace.of(finding, chance, calendar)) {
            if (stretch.holds(stride.step().at(), clock.getZone()) && !took(finding, version++, stride)) {
                return;
            }
        }
    }

    /**
     * Not where it was found again, or found graver, in between: what people had begun is left there. Nor does the inspector
     * settle what is found of their own bureau.
     */
    private boolean took(Waiting finding, int version, Pace.Stride stride) {
        try {
            take(finding, version, stride);
            return true;
        } catch (Refused otherwise) {
            if (!LEFT.contains(otherwise.refusal())) {
                throw otherwise;
            }
            return false;
        }
    }

    private void take(Waiting finding, int version, Pace.Stride stride) {
        Taken step = stride.step();
        Account unit = unit(finding.institutionId());
        Taken told = new Taken(
                step.step(),
                step.note(),
                step.dueOn(),
                step.step().equals("ASSIGN") ? (unit.role() == Role.OFFICER ? unit : inspector()).account() : null,
                step.at());
        Acting.as(stride.byUnit() ? unit : inspector(), () -> steps.take(finding.id(), version, told));
    }

    /** Who answers for an institution: its officer, or the one of the level above. */
    private Account unit(UUID institution) {
        return people().stream()
                .filter(person -> person.role() != Role.INSPECTOR)
                .filter(person -> as(person, () -> scope.contains(institution)))
                .min(Comparator.comparing(Account::everything))
                .orElseThrow();
    }

    private Account inspector() {
        return people().stream()
                .filter(person -> person.role() == Role.INSPECTOR)
                .findFirst()
                .orElseThrow();
    }

    private List<Account> people() {
        return as(Account.HOUSE, accounts::all);
    }

    private static <T> T as(Account account, Supplier<T> work) {
        return Acting.as(account, null, null, work);
    }
}

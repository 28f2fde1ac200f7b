package org.yiti.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.yiti.kernel.StartWork;
import org.yiti.supervision.EarlierJudgement;
import org.yiti.supervision.EarlierSteps;
import org.yiti.supervision.EarlierSteps.Taken;
import org.yiti.supervision.EarlierSteps.Waiting;

/**
 * The weeks before the very first start: what the law would have found on those days, and what people did about it.
 * A bureau where nothing was ever dealt with would not look like one.
 */
@Component
@Order(150)
class TellPast implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TellPast.class);
    private static final List<Integer> DAYS_AGO = List.of(46, 24, 9);

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

    private void tell() {
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < DAYS_AGO.size(); i++) {
            LocalDate judged = today.minusDays(DAYS_AGO.get(i));
            LocalDate until = i + 1 < DAYS_AGO.size() ? today.minusDays(DAYS_AGO.get(i + 1)) : today;
            judgement.judge(judged);
            for (Waiting finding : as(Account.HOUSE, steps::waiting)) {
                handle(finding, start(judged.plusDays(1)), start(until));
            }
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private void handle(Waiting finding, Instant from, Instant until) {
        int version = finding.version();
        start.step();
        for (Pace.Stride stride : Pace.of(finding, chance, calendar)) {
            Taken step = stride.step();
            if (!step.at().isBefore(from) && step.at().isBefore(until)) {
                take(finding, version++, stride);
            }
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

package org.yiti.supervision.judging;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiti.law.LawBook;
import org.yiti.law.Rule;
import org.yiti.supervision.EarlierJudgement;
import org.yiti.supervision.Swept;
import org.yiti.supervision.rulebook.Rulebook;

/** Judges everything by every rule that is switched on. A rule that fails is recorded and does not stop the others. */
@Component
class RunSweep implements EarlierJudgement {

    private static final Logger log = LoggerFactory.getLogger(RunSweep.class);
    /** PostgreSQL answers most questions on one core; the house keeps connections and cores for people. */
    private static final int MOST_AT_A_TIME = 4;

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int AT_A_TIME = Math.min(MOST_AT_A_TIME, CORES);
    /** A sweep asks as many questions as there are cores: dividing one among several would only take from the others. */
    static final boolean EVERY_CORE = AT_A_TIME == CORES;

    private final LawBook law;
    private final Rulebook rulebook;
    private final Judge judge;
    private final Sweeps sweeps;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RunSweep(
            LawBook law, Rulebook rulebook, Judge judge, Sweeps sweeps, Clock clock, ApplicationEventPublisher events) {
        this.events = events;
        this.law = law;
        this.rulebook = rulebook;
        this.judge = judge;
        this.sweeps = sweeps;
        this.clock = clock;
    }

    void handle(UUID sweep) {
        var rules = rulebook.enabled();
        if (!sweeps.start(sweep, rules.size())) {
            return;
        }
        law.resolve();
        var longest = sweeps.lastRuns();
        together(rules.stream()
                .sorted(Comparator.comparing((Rule rule) -> longest.getOrDefault(rule.id(), 0))
                        .reversed())
                .map(rule -> (Runnable) () -> judge(sweep, rule, null))
                .toList());
        sweeps.finish(sweep);
        events.publishEvent(new Swept(sweeps.today()));
    }

    /** Some at a time, those first that come first. What one of them throws is thrown when all are over. */
    private static void together(List<Runnable> judgements) {
        var crew = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var futures = judgements.stream()
                    .map(judgement -> CompletableFuture.runAsync(judgement, crew))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(futures).join();
        } finally {
            crew.shutdown();
        }
    }

    @Override
    public void judge(LocalDate day) {
        law.resolve();
        rulebook.enabled().forEach(rule -> judge(null, rule, day, null));
    }

    /** @param sweep null when it is not part of one */
    void judge(@Nullable UUID sweep, Rule rule, @Nullable Set<UUID> institutions) {
        judge(sweep, rule, sweeps.today(), institutions);
    }

    private void judge(@Nullable UUID sweep, Rule rule, LocalDate day, @Nullable Set<UUID> institutions) {
        var started = clock.millis();
        try {
            var verdict = judge.run(rule, day, institutions);
            sweeps.record(sweep, rule.id(), (int) (clock.millis() - started), verdict, null);
        } catch (SQLException e) {
            log.error("Rule {} cannot be run: {}", rule.id(), e.getMessage());
            sweeps.record(sweep, rule.id(), (int) (clock.millis() - started), Verdict.NOTHING, e.getMessage());
        }
    }
}

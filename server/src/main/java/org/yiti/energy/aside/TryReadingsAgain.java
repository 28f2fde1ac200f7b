package org.yiti.energy.aside;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.intake.Receipt;
import org.yiti.energy.intake.ToldReading;
import org.yiti.energy.source.Sources;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Brings readings again as their source did: what it may speak of decides, and consumption is made of what is taken. */
@Component
class TryReadingsAgain {

    /**
     * @param taken now stored
     * @param left still refused
     * @param more whether there were more of the reason than are tried at a time
     */
    record Outcome(int taken, int left, boolean more) {}

    private static final String HOUSE =
            "what devices say is written by nobody who acts; whose may be tried again was just asked";
    private static final String PROBLEMS = "/problems/";
    private static final long PATIENCE_SECONDS = 60;

    private final JdbcClient database;
    private final ChosenReadings chosen;
    private final Sources sources;
    private final Intake intake;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TryReadingsAgain(
            JdbcClient database,
            ChosenReadings chosen,
            Sources sources,
            Intake intake,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.chosen = chosen;
        this.sources = sources;
        this.intake = intake;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What stands there already is not stored again: whoever is interrupted tries again and nothing is amiss. */
    Outcome handle(ChosenReadings.Request request) {
        var all = chosen.of(request.ids(), request.reason());
        var bySource =
                all.stream().collect(groupingBy(ChosenReadings.One::source, LinkedHashMap::new, Collectors.toList()));
        var left = bySource.entrySet().stream()
                .mapToInt(of -> bring(of.getKey(), of.getValue()))
                .sum();
        return new Outcome(all.size() - left, left, all.size() == ChosenReadings.MOST);
    }

    /** @return how many are still refused */
    private int bring(String source, List<ChosenReadings.One> its) {
        var refused = Unscoped.because(HOUSE, () -> refused(source, its));
        for (var i = 0; i < its.size(); i++) {
            note(its.get(i), refused.get(i));
        }
        return refused.size();
    }

    /** @return by place, the reason of each that is not taken */
    private Map<Integer, String> refused(String source, List<ChosenReadings.One> its) {
        var speaker = sources.broughtBy(source);
        if (speaker.isEmpty()) {
            var why = EnergyRefusal.SOURCE_NOT_KNOWN.type().substring(PROBLEMS.length());
            var all = new LinkedHashMap<Integer, String>();
            for (var i = 0; i < its.size(); i++) {
                all.put(i, why);
            }
            return all;
        }
        var readings = its.stream().map(one -> ToldReading.read(one.content())).toList();
        var receipt = intake.bring(new Intake.Batch(
                source, its.get(0).batch(), readings, speaker.get().institutions(), Locale.CHINESE));
        try {
            return receipt.get(PATIENCE_SECONDS, TimeUnit.SECONDS).refused().stream()
                    .collect(toMap(Receipt.Line::reading, line -> line.type().substring(PROBLEMS.length())));
        } catch (TimeoutException late) {
            throw new Refused(EnergyRefusal.INTAKE_FULL);
        } catch (ExecutionException failure) {
            throw new Refused(EnergyRefusal.READINGS_NOT_STORED);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(EnergyRefusal.INTAKE_FULL);
        }
    }

    private void note(ChosenReadings.One one, @Nullable String reason) {
        transaction.executeWithoutResult(status -> {
            audit.record(
                    Act.of(reason == null ? "aside.taken" : "aside.tried", "energy.set_aside", String.valueOf(one.id()))
                            .in(one.institution())
                            .with("reason", reason));
            Unscoped.run(HOUSE, () -> settle(one, reason));
        });
    }

    private void settle(ChosenReadings.One one, @Nullable String reason) {
        if (reason == null) {
            database.sql("delete from energy.set_aside where id = :id")
                    .param("id", one.id())
                    .update();
        } else {
            database.sql(
                            "update energy.set_aside set tries = tries + 1, tried_at = :now, reason = :reason where id = :id")
                    .param("now", OffsetDateTime.now(clock))
                    .param("reason", reason)
                    .param("id", one.id())
                    .update();
        }
    }
}

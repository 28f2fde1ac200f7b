package org.yiti.energy.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.metering.MeterFile;
import org.yiti.energy.metering.MeterFiles;
import org.yiti.energy.metering.Told;
import org.yiti.kernel.problem.Wording;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.interval.Reading.Status;
import org.yiti.meters.json.MeterReading;

/** Finds the meters that readings name, and sorts out the readings that cannot be kept. */
@Component
public class Sorting {

    /** Clocks of gateways go wrong; a figure of tomorrow is none. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

    /**
     * Sorted readings of one batch.
     *
     * @param places of what is taken, in the batch
     */
    record Sorted(List<Told> taken, List<Integer> places, List<Receipt.Line> refused) {}

    /** Meters by code, of the institutions that whoever sends may speak for. */
    private record Known(Map<String, List<MeterFile>> byCode, Map<UUID, Boolean> intervals) {}

    private final JdbcClient database;
    private final MeterFiles files;
    private final Wording wording;
    private final Clock clock;

    Sorting(JdbcClient database, MeterFiles files, Wording wording, Clock clock) {
        this.database = database;
        this.files = files;
        this.wording = wording;
        this.clock = clock;
    }

    /** Which of them would be refused now, and why. */
    public List<Receipt.Line> refusals(Intake.Batch batch) {
        return sort(batch.readings(), batch.institutions(), batch.locale()).refused();
    }

    /** @param institutions whose meters may be spoken of; null for all */
    Sorted sort(List<MeterReading> readings, @Nullable Set<UUID> institutions, Locale locale) {
        var known = known(readings, institutions);
        var latest = clock.instant().plus(MOST_AHEAD);
        var sorted = new Sorted(new ArrayList<>(readings.size()), new ArrayList<>(readings.size()), new ArrayList<>());
        for (var i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            var found = known.byCode.getOrDefault(reading.meter(), List.of());
            if (found.size() != 1) {
                sorted.refused.add(line(
                        i,
                        reading,
                        found.isEmpty() ? EnergyRefusal.METER_NOT_KNOWN : EnergyRefusal.METER_CODE_AMBIGUOUS,
                        Map.of("meter", reading.meter()),
                        locale));
                continue;
            }
            var meter = found.get(0);
            try {
                var told = told(reading, meter);
                var refusal = refusal(told, known.intervals.get(meter.id()), latest);
                if (refusal == null) {
                    sorted.taken.add(told);
                    sorted.places.add(i);
                } else {
                    sorted.refused.add(
                            line(i, reading, refusal, Map.of("unit", meter.unit(), "time", reading.time()), locale));
                }
            } catch (MeterRefused unfit) {
                sorted.refused.add(new Receipt.Line(
                        i,
                        reading.meter(),
                        "/problems/meters/" + unfit.refusal().wording(),
                        unfit.sentence(locale)));
            }
        }
        return sorted;
    }

    private static Told told(MeterReading reading, MeterFile meter) {
        var from = reading.from();
        var at = reading.time().toInstant();
        meter.require(reading.value(), at);
        return new Told(
                meter,
                reading.item().equals(MeterReading.TOTAL) ? null : reading.item(),
                from == null ? null : from.toInstant(),
                at,
                reading.value(),
                reading.unit(),
                switch (reading.quality()) {
                    case GOOD -> Status.GOOD;
                    case ESTIMATED -> Status.ESTIMATED;
                    case SUSPECT -> Status.SUSPECT;
                });
    }

    private static @Nullable EnergyRefusal refusal(Told told, @Nullable Boolean intervals, Instant latest) {
        if (told.item() == null && !told.meter().counts(told.unit())) {
            return EnergyRefusal.READING_IN_OTHER_UNIT;
        }
        if (told.at().isAfter(latest)) {
            return EnergyRefusal.READING_OF_THE_FUTURE;
        }
        if (told.item() == null && intervals != null && intervals != (told.since() != null)) {
            return EnergyRefusal.READING_OF_OTHER_KIND;
        }
        return null;
    }

    private Receipt.Line line(
            int index, MeterReading reading, EnergyRefusal refusal, Map<String, ?> facts, Locale locale) {
        return new Receipt.Line(index, reading.meter(), refusal.type(), wording.of(refusal.wording(), locale, facts));
    }

    private Known known(List<MeterReading> readings, @Nullable Set<UUID> institutions) {
        var ids = database.sql(
                        "select id from energy.meter where code = any (:codes) and (:all or institution_id = any (:institutions))")
                .param(
                        "codes",
                        readings.stream().map(MeterReading::meter).distinct().toArray(String[]::new))
                .param("all", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        var byCode = new HashMap<String, List<MeterFile>>();
        files.of(ids)
                .values()
                .forEach(file -> byCode.computeIfAbsent(file.code(), code -> new ArrayList<>())
                        .add(file));
        return new Known(byCode, files.intervals(ids));
    }
}

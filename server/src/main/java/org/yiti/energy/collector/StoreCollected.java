package org.yiti.energy.collector;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.source.Sources;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;
import org.yiti.meters.json.MeterReading;
import org.yiti.meters.mohurd.Collected;
import org.yiti.meters.mohurd.Message;

/** What a collector reports becomes readings of the meters that its points name. */
@Component
class StoreCollected {

    private static final Logger log = LoggerFactory.getLogger(StoreCollected.class);
    private static final ZoneOffset HERE = ZoneOffset.ofHours(8);

    /** @param function which register; empty for any */
    private record Named(String meter, String function) {}

    private record Known(String code, String unit, String item) {}

    private final JdbcClient database;
    private final Sources sources;
    private final Intake intake;

    StoreCollected(JdbcClient database, Sources sources, Intake intake) {
        this.database = database;
        this.sources = sources;
        this.intake = intake;
    }

    /** Durable when it returns. What no point names is passed over, and told in the state of the source. */
    void store(String name, Message.Data data) throws Exception {
        var speaker = sources.speaker(name, "MOHURD")
                .orElseThrow(() -> new IllegalStateException("No source is entered as " + name));
        var known = points(speaker.sources().toArray(UUID[]::new));
        var readings = new ArrayList<MeterReading>();
        var unknown = 0;
        for (var collected : data.readings()) {
            var point = known.getOrDefault(
                    new Named(collected.meter(), collected.function()), known.get(new Named(collected.meter(), "")));
            if (point == null || collected.value().isEmpty()) {
                unknown++;
            } else {
                readings.add(reading(point, collected, data));
            }
        }
        if (!readings.isEmpty()) {
            var receipt = intake.bring(new Intake.Batch(
                            "collector/" + name,
                            data.sequence() + "/" + data.current(),
                            readings,
                            speaker.institutions(),
                            Locale.CHINESE))
                    .get(1, TimeUnit.MINUTES);
            unknown += receipt.refused().size();
        }
        sources.note(
                speaker.sources(),
                unknown == 0
                        ? null
                        : new Label(unknown + " 条读数没有对应的采集点，或被拒收", unknown + " readings of no known point or refused"));
        log.debug("Collector {} has told {} readings", name, readings.size());
    }

    private static MeterReading reading(Known point, Collected collected, Message.Data data) {
        return new MeterReading(
                point.code(),
                point.item(),
                null,
                data.time().atOffset(HERE),
                collected.value().orElseThrow(),
                point.unit(),
                collected.isGood() ? MeterReading.Quality.GOOD : MeterReading.Quality.SUSPECT,
                null);
    }

    private Map<Named, Known> points(UUID[] source) {
        var known = new HashMap<Named, Known>();
        database.sql("""
                        select p.address, coalesce(p.function, '') as function, p.item, m.code, m.energy_kind
                          from energy.point p join energy.meter m on m.id = p.meter_id where p.source_id = any (:sources)
                        """).param("sources", source).query(row -> {
            known.put(
                    new Named(row.getString("address"), row.getString("function")),
                    new Known(
                            row.getString("code"),
                            String.valueOf(CodeTables.get("energy-kind")
                                    .find(row.getString("energy_kind"))
                                    .map(code -> code.unit())
                                    .orElse(null)),
                            row.getString("item")));
        });
        return known;
    }
}

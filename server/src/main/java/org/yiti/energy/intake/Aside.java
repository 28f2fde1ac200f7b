package org.yiti.energy.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.source.Sources;
import org.yiti.kernel.Sha256;
import org.yiti.meters.json.MeterReading;

/**
 * Keeps readings that were refused, of sources that tell a thing once: whoever could register the meter or correct its unit
 * is told days later. Who brings readings over HTTP is answered at once, and keeps them.
 */
@Component
class Aside {

    private static final Logger log = LoggerFactory.getLogger(Aside.class);
    private static final String ANSWERED_AT_ONCE = "http/";
    private static final String PROBLEMS = "/problems/";
    /** A gateway full of meters that nobody registers must not fill the disk. */
    private static final int MOST_OF_A_SOURCE = 10_000;

    private final JdbcClient database;
    private final Sources sources;
    private final Clock clock;

    Aside(JdbcClient database, Sources sources, Clock clock) {
        this.database = database;
        this.sources = sources;
        this.clock = clock;
    }

    /** Durable when it returns. */
    void keep(Intake.Batch batch, List<Receipt.Line> refused) {
        if (refused.isEmpty() || batch.source().startsWith(ANSWERED_AT_ONCE)) {
            return;
        }
        var institution = sources.broughtBy(batch.source()).map(Sources.Speaker::home);
        var room = MOST_OF_A_SOURCE - waiting(batch.source());
        if (institution.isEmpty() || room <= 0) {
            log.warn("{} refused readings of {} are not set aside", refused.size(), batch.source());
            return;
        }
        refused.stream().limit(room).forEach(line -> keep(batch, line, institution.get()));
    }

    private int waiting(String source) {
        return database.sql(
                        "select count(*)::integer from energy.set_aside where source = :source and discarded_at is null")
                .param("source", source)
                .query(Integer.class)
                .single();
    }

    private void keep(Intake.Batch batch, Receipt.Line line, UUID institution) {
        MeterReading reading = batch.readings().get(line.reading());
        var content = ToldReading.written(reading);
        database.sql("""
                        insert into energy.set_aside (institution_id, source, batch, meter, at, reason, content, digest)
                        values (:institution, :source, :batch, :meter, :now, :reason, :content, :digest) on conflict do nothing
                        """)
                .param("institution", institution)
                .param("source", batch.source())
                .param("batch", batch.id().replace("\0", ""))
                .param("meter", reading.meter().replace("\0", ""))
                .param("now", OffsetDateTime.now(clock))
                .param("reason", line.type().substring(PROBLEMS.length()))
                .param("content", content)
                .param("digest", Sha256.hex((batch.source() + "\n" + content).getBytes(UTF_8)))
                .update();
    }
}

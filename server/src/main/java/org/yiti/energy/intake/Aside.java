package org.yiti.energy.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.source.Sources;
import org.yiti.kernel.Allowance;
import org.yiti.kernel.Sha256;

/**
 * Keeps readings that were refused, of sources that tell a thing once: whoever could register the meter or correct its unit
 * is told days later. Who brings readings over HTTP is answered at once, and keeps them.
 */
@Component
public class Aside {

    private static final Logger log = LoggerFactory.getLogger(Aside.class);
    private static final String ANSWERED_AT_ONCE = "http/";
    private static final String PROBLEMS = "/problems/";
    /** A gateway full of meters that nobody registers must not fill the disk. */
    private static final int MOST_OF_A_SOURCE = 10_000;
    /** A broker lets in who calls itself anything: those whom nobody has registered share this room, and this many batches a minute. */
    private static final int MOST_OF_STRANGERS = 100_000;

    private static final int STRANGERS_A_MINUTE = 300;

    private final JdbcClient database;
    private final Sources sources;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Allowance strangers;

    @Autowired
    Aside(JdbcClient database, Sources sources, Clock clock) {
        this(database, sources, clock, System::nanoTime);
    }

    Aside(JdbcClient database, Sources sources, Clock clock, LongSupplier nanos) {
        this.database = database;
        this.sources = sources;
        this.clock = clock;
        this.nanos = nanos;
        this.strangers = new Allowance(STRANGERS_A_MINUTE, nanos.getAsLong());
    }

    /** Nothing of the batch can be taken, for a reason of its source: all of it waits. Durable when it returns. */
    public void keepAll(Intake.Batch batch, EnergyRefusal why) {
        keep(
                batch,
                IntStream.range(0, batch.readings().size())
                        .mapToObj(
                                i -> new Receipt.Line(i, batch.readings().get(i).meter(), why.type(), ""))
                        .toList());
    }

    /** Durable when it returns. */
    void keep(Intake.Batch batch, List<Receipt.Line> refused) {
        if (refused.isEmpty() || batch.source().startsWith(ANSWERED_AT_ONCE)) {
            return;
        }
        var institution = sources.ownerOf(batch.source()).orElse(null);
        var room = Math.min(
                MOST_OF_A_SOURCE - waiting(batch.source()),
                institution == null ? roomForStrangers() : Integer.MAX_VALUE);
        if (room < refused.size()) {
            log.warn("{} refused readings of {} are not set aside", refused.size() - Math.max(0, room), batch.source());
        }
        if (room > 0) {
            write(batch, refused.subList(0, Math.min(room, refused.size())), institution);
        }
    }

    private int waiting(String source) {
        return database.sql(
                        "select count(*)::integer from energy.set_aside where source = :source and discarded_at is null")
                .param("source", source)
                .query(Integer.class)
                .single();
    }

    private int roomForStrangers() {
        if (strangers.take(nanos.getAsLong()) > 0) {
            return 0;
        }
        return MOST_OF_STRANGERS
                - database.sql("select count(*)::integer from energy.set_aside where institution_id is null")
                        .query(Integer.class)
                        .single();
    }

    private void write(Intake.Batch batch, List<Receipt.Line> refused, @Nullable UUID institution) {
        var readings = refused.stream()
                .map(line -> batch.readings().get(line.reading()))
                .toList();
        var contents = readings.stream().map(ToldReading::written).toList();
        database.sql("""
                        insert into energy.set_aside (institution_id, source, batch, meter, at, reason, content, digest)
                        select :institution::uuid, :source, :batch, r.meter, :now, r.reason, r.content, r.digest
                          from unnest(:meters::text[], :reasons::text[], :contents::text[], :digests::text[]) r (meter, reason, content, digest)
                            on conflict do nothing
                        """)
                .param("institution", institution)
                .param("source", batch.source())
                .param("batch", batch.id().replace("\0", ""))
                .param("now", OffsetDateTime.now(clock))
                .param("meters", texts(readings, reading -> reading.meter().replace("\0", "")))
                .param("reasons", texts(refused, line -> line.type().substring(PROBLEMS.length())))
                .param("contents", texts(contents, content -> content))
                .param(
                        "digests",
                        texts(contents, content -> Sha256.hex((batch.source() + "\n" + content).getBytes(UTF_8))))
                .update();
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}

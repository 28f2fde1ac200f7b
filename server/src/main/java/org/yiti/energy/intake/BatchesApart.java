package org.yiti.energy.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Allowance;
import org.yiti.kernel.Sha256;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.json.ReadingBatch;

/**
 * Keeps batches of which nothing can be taken as they are: whoever could mend the gateway must see what it says. Anybody
 * whom the broker lets in may send anything, so each source has room for a few only.
 */
@Component
public class BatchesApart {

    /** @param institution whose the source is; null where nobody has registered it */
    public record Sender(String source, @Nullable UUID institution) {}

    private record Held(int batches, long bytes) {

        boolean hasRoom(Held most, int more) {
            return batches < most.batches && bytes + more <= most.bytes;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(BatchesApart.class);
    private static final String PROBLEMS = "/problems/";
    private static final int MEGABYTE = 1 << 20;
    private static final Held MOST_OF_A_SOURCE = new Held(100, 8 * MEGABYTE);
    /** Those whom nobody has registered share this room, and this many batches a minute. */
    private static final Held MOST_OF_STRANGERS = new Held(1_000, 32 * MEGABYTE);

    private static final int STRANGERS_A_MINUTE = 60;
    /** Of what is too large to be a batch, to see what it is. */
    private static final int BEGINNING = 1 << 16;

    private static final int LONGEST_NAME = 80;

    private final JdbcClient database;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Allowance strangers;

    @Autowired
    BatchesApart(JdbcClient database, Clock clock) {
        this(database, clock, System::nanoTime);
    }

    BatchesApart(JdbcClient database, Clock clock, LongSupplier nanos) {
        this.database = database;
        this.clock = clock;
        this.nanos = nanos;
        this.strangers = new Allowance(STRANGERS_A_MINUTE, nanos.getAsLong());
    }

    public static String type(MeterRefused unfit) {
        return PROBLEMS + "meters/" + unfit.refusal().wording();
    }

    /**
     * Durable when it returns.
     *
     * @param type of the refusal, such as {@code /problems/meters/json-unfit}
     */
    public void keep(Sender sender, byte[] body, String type) {
        var source = shortened(sender.source());
        var kept = body.length > ReadingBatch.MOST_BYTES ? Arrays.copyOf(body, BEGINNING) : body;
        var hasRoom = held(source).hasRoom(MOST_OF_A_SOURCE, kept.length)
                && (sender.institution() != null || strangersHaveRoom(kept.length));
        if (!hasRoom) {
            log.warn("A batch of {} that was refused is not set aside", source);
            return;
        }
        database.sql("""
                        insert into energy.batch_set_aside (institution_id, source, at, reason, content, size, digest)
                        values (:institution, :source, :now, :reason, :content, :size, :digest) on conflict do nothing
                        """)
                .param("institution", sender.institution())
                .param("source", source)
                .param("now", OffsetDateTime.now(clock))
                .param("reason", type.substring(PROBLEMS.length()))
                .param("content", kept)
                .param("size", body.length)
                .param("digest", digest(source, body))
                .update();
    }

    private boolean strangersHaveRoom(int more) {
        return strangers.take(nanos.getAsLong()) == 0 && held(null).hasRoom(MOST_OF_STRANGERS, more);
    }

    /** @param source null for all that nobody has registered */
    private Held held(@Nullable String source) {
        return database.sql("""
                        select count(*)::integer as batches, coalesce(sum(octet_length(content)), 0)::bigint as bytes
                          from energy.batch_set_aside
                         where case when :source::text is null then institution_id is null else source = :source and discarded_at is null end
                        """).param("source", source).query(Held.class).single();
    }

    /** A topic may be called anything; what is no name of a gateway is told by its beginning. */
    private static String shortened(String source) {
        return source.substring(0, Math.min(LONGEST_NAME, source.length())).replace("\0", "");
    }

    private static String digest(String source, byte[] body) {
        var digest = Sha256.digest();
        digest.update((source + "\n").getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }
}

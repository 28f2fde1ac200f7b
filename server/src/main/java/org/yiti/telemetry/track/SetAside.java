package org.yiti.telemetry.track;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Sha256;
import org.yiti.kernel.Unstorable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a message brought that can be stored nowhere else, so that it can be acknowledged and looked at. */
@Component
class SetAside {

    private static final Logger log = LoggerFactory.getLogger(SetAside.class);

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    SetAside(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void put(Batch batch, RuntimeException failure) {
        var terminal = terminal(batch);
        var why = Unstorable.why(failure);
        var content = json.writeValueAsString(batch);
        log.error("A message of terminal {} cannot be stored and is set aside: {}", terminal, why);
        database.sql("""
                        insert into telemetry.set_aside (kind, terminal, at, why, content, digest)
                        values (:kind, coalesce(:terminal::integer, (select t.number from telemetry.command c join telemetry.terminal t on t.id = c.terminal_id where c.id = :command::uuid)),
                                :at, :why, :content, :digest)
                        on conflict do nothing
                        """)
                .param("kind", kind(batch))
                .param("terminal", terminal)
                .param("command", command(batch))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("why", why.replace("\0", ""))
                .param("content", content)
                .param("digest", Sha256.hex((terminal + "\n" + content).getBytes(UTF_8)))
                .update();
    }

    private static String kind(Batch batch) {
        if (!batch.positions().isEmpty()) {
            return "POSITION";
        }
        return batch.sayings().isEmpty() ? "ANSWER" : "MESSAGE";
    }

    /** An answer says which command it is to, and that says whose it is. */
    private static @Nullable UUID command(Batch batch) {
        return batch.receipts().stream().map(Receipt::command).findFirst().orElse(null);
    }

    private static @Nullable Integer terminal(Batch batch) {
        return Stream.concat(
                        batch.positions().stream().map(Position::terminal),
                        batch.sayings().stream().map(Saying::terminal))
                .findFirst()
                .orElse(null);
    }
}

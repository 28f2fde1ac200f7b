package org.yiti.telemetry.gateway;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Which line speaks for which terminal, in words that outlast the gateway. */
@Component
class TerminalLinks {

    private final JdbcClient database;
    private final Audit audit;
    private final Clock clock;

    TerminalLinks(JdbcClient database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** A gateway that begins has no lines: those it had are gone, however it ended. */
    @Transactional
    public void begin(String gateway) {
        database.sql("""
                        update telemetry.link set session = null, parted_at = :now, parted_why = :why
                         where gateway = :gateway and session is not null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("why", Parting.GATEWAY_STOPPED.name())
                .param("gateway", gateway)
                .update();
    }

    /** The terminal forgets its code, and so does the house. */
    @Transactional
    public void deregister(UUID terminal) {
        database.sql("update telemetry.link set code_hash = null, next_hash = null where terminal_id = :id")
                .param("id", terminal)
                .update();
        audit.record(Act.of("terminal.deregistered", "telemetry.terminal", terminal));
    }

    /** Of the connections of a gateway, those that still speak for their terminals. */
    @Transactional
    public List<UUID> heard(Collection<UUID> sessions) {
        return database.sql(
                        "update telemetry.link set heard_at = :now where session = any(:sessions) returning session")
                .param("now", OffsetDateTime.now(clock))
                .param("sessions", sessions.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    @Transactional
    public void parted(UUID session, Parting why) {
        database.sql(
                        "update telemetry.link set session = null, parted_at = :now, parted_why = :why where session = :session")
                .param("now", OffsetDateTime.now(clock))
                .param("why", why.name())
                .param("session", session)
                .update();
    }
}

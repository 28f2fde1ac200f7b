package org.yiti.telemetry.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the gateway listens and what it puts up with.
 *
 * @param address interface it listens on; the standard has no encryption, so it belongs into a private network
 * @param port 0 for any that is free, −1 for no gateway
 * @param name tells this gateway from others on the same database
 * @param connections open at a time, at most
 * @param connectionsPerAddress from one address; operators' networks hide many terminals behind one
 * @param untilAuthenticated a connection that is not let in by then is closed
 * @param silence after which a connection is dead (three heartbeats of a minute)
 * @param frame how long one frame may take to arrive whole
 * @param messagesPerSecond of one terminal, on average; whoever sends more is read more slowly
 * @param burst how many may come at once, as after a time without network
 * @param waiting messages held in hand until they are stored
 * @param writers transactions at a time
 * @param packages patience with messages in packages before what is missing is asked for
 * @param packagesInHand of all lines together, until they are whole and on their way into the store
 * @param commands how often commands are looked for
 */
@ConfigurationProperties("yiti.telemetry.gateway")
record GatewaySettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("-1") int port,
        @DefaultValue("gateway") String name,
        @DefaultValue("20000") int connections,
        @DefaultValue("2000") int connectionsPerAddress,
        @DefaultValue("15s") Duration untilAuthenticated,
        @DefaultValue("180s") Duration silence,
        @DefaultValue("20s") Duration frame,
        @DefaultValue("50") int messagesPerSecond,
        @DefaultValue("2000") int burst,
        @DefaultValue("50000") int waiting,
        @DefaultValue("2") int writers,
        @DefaultValue("20s") Duration packages,
        @DefaultValue("32MB") DataSize packagesInHand,
        @DefaultValue("1s") Duration commands) {}

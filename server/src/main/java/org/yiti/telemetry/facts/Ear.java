package org.yiti.telemetry.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears from PostgreSQL that positions have come, whichever server stored them. It needs a connection of its own. */
@Component
class Ear {

    private static final Logger log = LoggerFactory.getLogger(Ear.class);
    private static final int PATIENCE_MILLIS = 500;
    private static final int DEAF_MILLIS = 5000;

    private final DataSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private @Nullable Thread listening;
    private volatile boolean open;
    private long heard;

    Ear(DataSource source) {
        this.source = source;
    }

    void open() {
        open = true;
        listening = new Thread(this::listen, "telemetry-ear");
        listening.start();
    }

    void close() {
        open = false;
        tell();
        try {
            if (listening != null) {
                listening.join(Duration.ofSeconds(10).toMillis());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (open) {
            try (var connection = source.getConnection()) {
                listen(connection);
            } catch (SQLException failure) {
                log.debug("Nothing is heard of arrivals; they are looked for instead", failure);
                try {
                    Thread.sleep(DEAF_MILLIS);
                } catch (InterruptedException stop) {
                    return;
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen telemetry_arrival");
            tell();
            var session = connection.unwrap(PGConnection.class);
            while (open) {
                var told = session.getNotifications(PATIENCE_MILLIS);
                if (told != null && told.length > 0) {
                    tell();
                }
            }
            statement.execute("unlisten telemetry_arrival");
        }
    }

    /** There is something to look at. */
    void tell() {
        lock.lock();
        try {
            heard++;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often something came: what comes between a look and the wait after it is not missed. */
    long heard() {
        lock.lock();
        try {
            return heard;
        } finally {
            lock.unlock();
        }
    }

    /** @return whether something came since; false when it was only time to look */
    boolean awaitMoreThan(long known, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            var left = longest.toNanos();
            while (heard == known && left > 0) {
                left = something.awaitNanos(left);
            }
            return heard != known;
        } finally {
            lock.unlock();
        }
    }
}

package org.yiti.energy.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Where collectors call, when somebody has opened it. */
@Component
@EnableConfigurationProperties(CollectorSettings.class)
class CollectorDoor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CollectorDoor.class);

    private final CollectorSettings settings;
    private final StoreCollected store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket door;
    private @Nullable ExecutorService porters;

    CollectorDoor(CollectorSettings settings, StoreCollected store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (settings.port() < 0) {
            return;
        }
        try {
            var opened = new ServerSocket(settings.port(), 10, InetAddress.getByName(settings.address()));
            porters = Executors.newFixedThreadPool(settings.connections() + 1);
            door = opened;
            porters.execute(() -> admit(opened));
            log.info("Collectors are heard on {}:{}", settings.address(), opened.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return door == null ? -1 : door.getLocalPort();
    }

    private void admit(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                var socket = opened.accept();
                var staff = porters;
                if (staff == null || lines.size() >= settings.connections()) {
                    socket.close();
                    continue;
                }
                lines.add(socket);
                staff.execute(() -> serve(socket));
            } catch (IOException failure) {
                log.debug("Nobody came in", failure);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) settings.silence().toMillis());
            new CollectorLine(socket, settings.collectors(), store, clock, random).serve();
        } catch (Exception failure) {
            log.info("The line of a collector is closed: {}", failure.getMessage());
        } finally {
            lines.remove(socket);
        }
    }

    @Override
    public void stop() {
        try {
            if (door != null) {
                door.close();
            }
            for (var line : lines) {
                line.close();
            }
        } catch (IOException failure) {
            log.debug("A line did not close", failure);
        }
        if (porters != null) {
            porters.shutdown();
            porters = null;
        }
        door = null;
    }

    @Override
    public boolean isRunning() {
        return door != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 15;
    }
}

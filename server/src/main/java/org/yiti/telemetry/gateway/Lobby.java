package org.yiti.telemetry.gateway;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiti.jt808.Message;
import org.yiti.jt808.Version;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.ServerTime;
import org.yiti.telemetry.command.DueCommands;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.GroupCommit;

/** What the lines of a gateway share: where strangers are announced, what guests are served with, and who is there. */
final class Lobby {

    private static final Logger log = LoggerFactory.getLogger(Lobby.class);
    private static final int PORTERS = 4;

    private final GatewaySettings settings;
    private final Inventory inventory;
    private final TerminalLinks links;
    private final GroupCommit commit;
    private final Clock clock;
    private final DueCommands commands;
    private final Room room;
    private final Lines lines = new Lines();
    private final ExecutorService porters = Executors.newFixedThreadPool(PORTERS);

    Lobby(
            GatewaySettings settings,
            Inventory inventory,
            TerminalLinks links,
            DueCommands commands,
            GroupCommit commit,
            Clock clock) {
        this.settings = settings;
        this.inventory = inventory;
        this.links = links;
        this.commit = commit;
        this.clock = clock;
        this.commands = commands;
        this.room = new Room(settings.packagesInHand().toBytes());
        links.begin(settings.name());
    }

    GatewaySettings settings() {
        return settings;
    }

    Room room() {
        return room;
    }

    Conversation greet(Line line) {
        return new Stranger(line, this);
    }

    /** Runs what waits for the database; what comes next on the line waits for it. */
    void ask(Line line, Runnable question, Runnable otherwise) {
        line.await();
        porters.execute(() -> {
            try {
                question.run();
            } catch (RuntimeException failure) {
                otherwise.run();
            } finally {
                line.resume();
            }
        });
    }

    /** @param proven the terminal whose line asks, when it was let in there already */
    Admission.Registered register(String phone, Registration told, Version version, @Nullable UUID proven) {
        return inventory.register(phone, told, version.year(), proven);
    }

    Admission authenticate(String phone, Authentication told, Version version, String remote) {
        return inventory.authenticate(phone, told, version, settings.name(), remote);
    }

    /** From now on the line speaks for a terminal, and no other does; unless it hung up while it was let in. */
    void seat(Line line, Admission.Let let, Message<?> message) {
        var seated = line.inLoop(() -> {
            line.converse(new Guest(line, let, message, this));
            lines.takeOver(let.terminal(), line)
                    .ifPresent(before -> before.inLoop(() -> before.close(Parting.TAKEN_OVER)));
            Stranger.answer(line, message, GeneralReply.OK);
            if (!line.isOpen()) {
                left(line, Parting.CLOSED_BY_TERMINAL);
            }
        });
        if (!seated) {
            links.parted(let.session(), Parting.CLOSED_BY_TERMINAL);
        }
    }

    void left(Line line, Parting why) {
        if (line.conversation() instanceof Guest guest) {
            lines.remove(guest.terminal(), line);
            if (!porters.isShutdown()) {
                porters.execute(() -> links.parted(guest.session(), why));
            }
        }
    }

    /** @return false when there is no room */
    boolean store(Batch batch, Runnable stored) {
        return commit.offer(batch, stored);
    }

    /** Of what may wait to be stored, 0 to 1. */
    double fullness() {
        return commit.fullness();
    }

    void deregister(UUID terminal) {
        porters.execute(() -> links.deregister(terminal));
    }

    ServerTime time() {
        return ServerTime.of(clock.instant());
    }

    /** Notes who was heard, and lets go of those who speak elsewhere now. */
    void look() {
        try {
            var speaking = new ArrayList<Line>();
            var sessions = new ArrayList<UUID>();
            for (var line : lines.all()) {
                if (line.wasHeard() && line.conversation() instanceof Guest guest) {
                    speaking.add(line);
                    sessions.add(guest.session());
                }
            }
            if (sessions.isEmpty()) {
                return;
            }
            var still = new HashSet<>(links.heard(sessions));
            speaking.stream()
                    .filter(line -> !still.contains(line.conversation().session()))
                    .forEach(line -> line.inLoop(() -> line.close(Parting.ELSEWHERE)));
        } catch (RuntimeException failure) {
            log.warn("Who was heard is not noted: {}", failure.getMessage());
        }
    }

    /** Hands what people told terminals to the lines that speak for them. */
    void deliver() {
        try {
            for (var due : commands.take(settings.name(), this::speaks)) {
                lines.of(due.terminal())
                        .ifPresent(line -> line.inLoop(() -> {
                            if (line.conversation() instanceof Guest guest
                                    && guest.session().equals(due.session())) {
                                guest.order(due);
                            }
                        }));
            }
        } catch (RuntimeException failure) {
            log.warn("Commands wait: {}", failure.getMessage());
        }
    }

    private boolean speaks(UUID terminal, UUID session) {
        return lines.of(terminal)
                .filter(line -> session.equals(line.conversation().session()))
                .isPresent();
    }

    /** What was said is stored and acknowledged; then everybody is sent away. */
    void empty() throws InterruptedException {
        commit.close();
        lines.part(Parting.GATEWAY_STOPPED);
    }

    /** When nobody can leave any more. */
    void lock() throws InterruptedException {
        porters.shutdown();
        porters.awaitTermination(5, TimeUnit.SECONDS);
    }
}

package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import org.yiti.Soon;
import org.yiti.jt808.Version;
import org.yiti.jt808.control.TextMessage;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.telemetry.command.DueCommands;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.BatchStore;

/** Several gateways on one database, gateways that stop, and gateways that are pressed hard. */
class GatewaysJourneyTest extends GatewayJourney {

    @Autowired
    private Inventory inventory;

    @Autowired
    private TerminalLinks links;

    @Autowired
    private DueCommands commands;

    @Autowired
    private BatchStore store;

    @Autowired
    private Clock clock;

    private Gateway another(String name, BatchStore into, int waiting, int connectionsPerAddress) {
        var settings = new GatewaySettings(
                "127.0.0.1",
                0,
                name,
                100,
                connectionsPerAddress,
                Duration.ofSeconds(5),
                Duration.ofSeconds(180),
                Duration.ofSeconds(5),
                100_000,
                100_000,
                waiting,
                1,
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(1),
                Duration.ofMillis(50));
        var made = new Gateway(settings, inventory, links, commands, into, clock);
        made.start();
        return made;
    }

    @Test
    void ofTwoGatewaysTheOneThatHoldsTheLineDelivers() throws IOException {
        var second = another("second", store, 1000, 100);
        try (var there = letIn(second, Version.V2013)) {
            var path = "/api/telemetry/terminals/" + id;
            assertThat(post(ADMINISTRATOR, path + "/commands", Map.of("command", "TEXT", "body", Map.of("text", "二号"))))
                    .hasStatus(201);
            var heard = there.hear();
            assertThat(((TextMessage) heard.body()).text()).hasToString("二号");
            there.say(GeneralReply.TERMINAL, new GeneralReply(heard.header().serial(), heard.id(), GeneralReply.OK));
            assertThat(json(get(ADMINISTRATOR, path + "/line")))
                    .containsEntry("gateway", "second")
                    .containsEntry("online", true);
            Soon.soon(
                    "answered",
                    () -> json(get(ADMINISTRATOR, path + "/line")).get("commands").toString(),
                    told -> told.contains("ANSWERED") && told.contains("sends=1"));
        } finally {
            second.stop();
        }
    }

    @Test
    void aTerminalThatMovesToAnotherGatewayIsLetGoByTheFirst() throws IOException {
        var second = another("second-b", store, 1000, 100);
        try (var first = terminal(Version.V2013)) {
            var code = code(first);
            first.authenticate(code);
            try (var there = new Terminal(second.port(), phone, Version.V2013)) {
                assertThat(there.authenticate(code)).isEqualTo(GeneralReply.OK);
                first.resultOf(first.say(Location.KIND, at(1)));
                // The first gateway looks every few seconds who still speaks for whom.
                assertThat(first.hear()).isNull();
                assertThat(there.resultOf(there.say(Location.KIND, at(2)))).isEqualTo(GeneralReply.OK);
            }
        } finally {
            second.stop();
        }
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void aGatewayThatStopsStoresAndAcknowledgesWhatItHasInHand() throws Exception {
        var mayStore = new CountDownLatch(1);
        var inStore = new AtomicInteger();
        BatchStore slow = (List<Batch> batches) -> {
            inStore.addAndGet(batches.size());
            await(mayStore);
            store.store(batches);
        };
        var stopping = another("stopping", slow, 1000, 100);
        try (var terminal = letIn(stopping, Version.V2019)) {
            for (var i = 0; i < 100; i++) {
                terminal.say(Location.KIND, at(i));
            }
            Soon.soon(
                    "in hand",
                    () -> inStore.get() + Math.round(1000 * stopping.lobby().fullness()),
                    held -> held == 100);
            var stopped = CompletableFuture.runAsync(stopping::stop);
            assertThat(terminal.isSilentFor(300)).isTrue();
            mayStore.countDown();
            for (var i = 0; i < 100; i++) {
                assertThat(((GeneralReply) terminal.hear().body()).result()).isZero();
            }
            assertThat(terminal.hear()).isNull();
            stopped.join();
        }
        assertThat(stored()).isEqualTo(100);
        assertThat(stopping.isRunning()).isFalse();
        Soon.soon(
                "parted",
                () -> json(get(ADMINISTRATOR, "/api/telemetry/terminals/" + id + "/line"))
                        .get("partedWhy"),
                "GATEWAY_STOPPED"::equals);
    }

    @Test
    void linesOfAGatewayThatFellAreOverWhenItBeginsAgain() throws IOException {
        var first = another("fallen", store, 1000, 100);
        try (var terminal = letIn(first, Version.V2013)) {
            assertThat(terminal.isSilentFor(1)).isTrue();
            // As if it had been killed: another of the name begins while the row still says that somebody speaks.
            var again = another("fallen", store, 1000, 100);
            assertThat(json(get(ADMINISTRATOR, "/api/telemetry/terminals/" + id + "/line")))
                    .containsEntry("online", false)
                    .containsEntry("partedWhy", "GATEWAY_STOPPED");
            again.stop();
        }
        first.stop();
    }

    @Test
    void oneAddressHasSoManyConnectionsAndOthersAreTurnedAwayAtOnce() throws IOException {
        var strict = another("strict", store, 1000, 3);
        try (var one = letIn(strict, Version.V2013);
                var two = new Terminal(strict.port(), "1", Version.V2013);
                var three = new Terminal(strict.port(), "2", Version.V2013)) {
            assertThat(one.isSilentFor(50)).isTrue();
            assertThat(two.isSilentFor(50)).isTrue();
            try (var four = new Terminal(strict.port(), "3", Version.V2013)) {
                assertThat(four.hear()).isNull();
            }
            assertThat(one.resultOf(one.say(Location.KIND, at(1)))).isEqualTo(GeneralReply.OK);
            three.close();
            Soon.soon("room for another", () -> comesIn(strict), in -> in);
        } finally {
            strict.stop();
        }
    }

    private static boolean comesIn(Gateway gateway) {
        try (var terminal = new Terminal(gateway.port(), "4", Version.V2013)) {
            return terminal.isSilentFor(50);
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void aStoreThatStandsStillStopsTheReadingAndLosesNothing() throws Exception {
        var mayStore = new CountDownLatch(1);
        BatchStore stuck = (List<Batch> batches) -> {
            await(mayStore);
            store.store(batches);
        };
        var pressed = another("pressed", stuck, 20, 100);
        try (var terminal = letIn(pressed, Version.V2013)) {
            for (var i = 0; i < 200; i++) {
                terminal.say(Location.KIND, at(i));
            }
            // Nobody is told anything, and what is in hand is bounded: twenty wait, as many are being stored.
            assertThat(terminal.isSilentFor(300)).isTrue();
            assertThat(pressed.lobby().fullness()).isEqualTo(1.0);
            assertThat(stored()).isZero();
            mayStore.countDown();
            for (var i = 0; i < 200; i++) {
                assertThat(((GeneralReply) terminal.hear().body()).result()).isZero();
            }
            assertThat(stored()).isEqualTo(200);
        } finally {
            pressed.stop();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}

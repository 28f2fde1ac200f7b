package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.media.MediaData;
import org.yiti.jt808.media.MediaEvent;
import org.yiti.jt808.media.MediaReply;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.ResendRequest;

/** Messages in packages, over real sockets: whole or not at all, once, and within the memory there is. */
class PackagesJourneyTest extends GatewayJourney {

    private static MediaData picture(int id, int bytes) {
        var data = new byte[bytes];
        new Random(id).nextBytes(data);
        return new MediaData(new MediaEvent(id, 0, 0, 0, 1), at(id), null, Bytes.of(data));
    }

    private List<Object> hear(Terminal terminal, int count) throws IOException {
        var heard = new ArrayList<>();
        while (heard.size() < count) {
            var body = terminal.hear().body();
            // On a slow machine patience may end while packages are on their way.
            if (!(body instanceof ResendRequest)) {
                heard.add(body);
            }
        }
        return heard;
    }

    private static LocationBatch many(int count) {
        return new LocationBatch(
                1, IntStream.range(0, count).mapToObj(PackagesJourneyTest::at).toList());
    }

    @Test
    void aPictureInAnyOrderIsStoredOnceAndConfirmed() throws IOException {
        for (var version : List.of(Version.V2013, Version.V2019)) {
            aTerminalOfTheInventory();
            try (var terminal = letIn(version)) {
                var frames = new ArrayList<>(terminal.frames(MediaData.KIND, picture(7, 5000)));
                assertThat(frames).hasSize(5);
                Collections.shuffle(frames, new Random(3));
                for (var frame : frames.subList(0, 4)) {
                    terminal.send(frame);
                    terminal.send(frame);
                }
                terminal.send(frames.get(4));
                var heard = hear(terminal, 4 * 2 + 2);
                assertThat(heard.get(heard.size() - 1)).isEqualTo(MediaReply.complete(7));
                assertThat(heard.subList(0, 9))
                        .allSatisfy(one -> assertThat(((GeneralReply) one).result()).isZero());
                assertThat(said(0x0801)).isEqualTo(1);
                assertThat(database.sql(
                                        "select length(body) from telemetry.message m join telemetry.terminal t on t.number = m.terminal where t.phone = ?")
                                .param(phone)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(8 + 28 + 5000);
            }
        }
    }

    @Test
    void aPictureSentAgainOverAnotherConnectionIsStoredOnce() throws IOException {
        String code;
        try (var terminal = terminal(Version.V2013)) {
            code = code(terminal);
            terminal.authenticate(code);
            terminal.say(MediaData.KIND, picture(8, 3000));
            hear(terminal, 4);
        }
        assertThat(said(0x0801)).isEqualTo(1);
        try (var again = terminal(Version.V2013)) {
            // Registered once, so that its serials count the same.
            again.say(org.yiti.jt808.session.Empty.HEARTBEAT, org.yiti.jt808.session.Empty.BODY);
            again.hear();
            again.authenticate(code);
            again.say(MediaData.KIND, picture(8, 3000));
            hear(again, 4);
        }
        assertThat(said(0x0801)).isEqualTo(1);
    }

    @Test
    void positionsInPackagesAreAcknowledgedWhenTheWholeIsStored() throws IOException {
        try (var terminal = letIn(Version.V2019)) {
            var frames = terminal.frames(LocationBatch.KIND, many(60));
            assertThat(frames.size()).isGreaterThan(1);
            for (var frame : frames.subList(0, frames.size() - 1)) {
                terminal.send(frame);
            }
            assertThat(terminal.isSilentFor(150)).isTrue();
            assertThat(stored()).isZero();
            terminal.send(frames.get(frames.size() - 1));
            var heard = hear(terminal, frames.size());
            assertThat(heard)
                    .allSatisfy(one -> assertThat(((GeneralReply) one).result()).isZero());
            assertThat(stored()).isEqualTo(60);
        }
    }

    @Test
    void whatIsMissingIsAskedForAgain() throws IOException {
        try (var terminal = letIn(Version.V2019)) {
            var frames = terminal.frames(LocationBatch.KIND, many(60));
            for (var i = 0; i < frames.size(); i++) {
                if (i != 1) {
                    terminal.send(frames.get(i));
                }
            }
            var asked = (ResendRequest) terminal.hear().body();
            assertThat(asked.numbers()).containsExactly(2);
            terminal.send(frames.get(1));
            assertThat(((GeneralReply) hear(terminal, 1).get(0)).serial())
                    .isEqualTo(asked.firstSerial());
            assertThat(stored()).isEqualTo(60);
        }
    }

    @Test
    void whatStaysMissingIsGivenUpAndHoldsNoMemory() throws IOException {
        try (var terminal = letIn(Version.V2013)) {
            var frames = terminal.frames(MediaData.KIND, picture(9, 4000));
            terminal.send(frames.get(0));
            assertThat(((GeneralReply) terminal.hear().body()).result()).isZero();
            for (var i = 0; i < 3; i++) {
                assertThat(terminal.hear().body()).isInstanceOf(ResendRequest.class);
            }
            Soon.soon("given up", () -> gateway.lobby().room().taken(), taken -> taken == 0);
            assertThat(said(0x0801)).isZero();
        }
    }

    @Test
    void moreThanThereIsRoomForIsRefusedAndHurtsNobody() throws IOException {
        var greedy = letIn(Version.V2013);
        aTerminalOfTheInventory();
        try (var good = letIn(Version.V2019)) {
            var refused = 0;
            for (var frame : greedy.frames(MediaData.KIND, picture(20, 200_000))) {
                greedy.send(frame);
                refused += ((GeneralReply) hear(greedy, 1).get(0)).result() == GeneralReply.FAILED ? 1 : 0;
                if (refused == 3) {
                    break;
                }
            }
            assertThat(refused).isEqualTo(3);
            assertThat(gateway.lobby().room().taken()).isLessThanOrEqualTo(100 * 1024);
            assertThat(good.resultOf(good.say(org.yiti.jt808.position.Location.KIND, at(1))))
                    .isEqualTo(GeneralReply.OK);
            greedy.close();
            Soon.soon("room again", () -> gateway.lobby().room().taken(), taken -> taken == 0);
        }
    }

    @Test
    void twoMessagesInPackagesAtOnceDoNotMix() throws IOException {
        try (var terminal = letIn(Version.V2013)) {
            var one = terminal.frames(MediaData.KIND, picture(31, 3000));
            var other = terminal.frames(MediaData.KIND, picture(32, 3000));
            for (var i = 0; i < one.size(); i++) {
                terminal.send(one.get(i));
                terminal.send(other.get(i));
            }
            hear(terminal, one.size() * 2 + 2);
            assertThat(said(0x0801)).isEqualTo(2);
        }
    }
}

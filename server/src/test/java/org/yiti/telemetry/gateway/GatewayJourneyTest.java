package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.media.MediaData;
import org.yiti.jt808.media.MediaEvent;
import org.yiti.jt808.media.MediaReply;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Empty;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.RegistrationReply;
import org.yiti.jt808.session.ServerTime;

class GatewayJourneyTest extends GatewayJourney {

    @Test
    void whatIsAcknowledgedIsStored() throws IOException {
        for (var version : List.of(Version.V2011, Version.V2013, Version.V2019)) {
            aTerminalOfTheInventory();
            try (var terminal = letIn(version)) {
                assertThat(terminal.resultOf(terminal.say(Location.KIND, at(1))))
                        .isEqualTo(GeneralReply.OK);
                assertThat(stored()).isEqualTo(1);
            }
        }
    }

    @Test
    void theSameToldTwiceAndInABatchIsStoredOnce() throws IOException {
        try (var terminal = letIn(Version.V2013)) {
            terminal.say(Location.KIND, at(1));
            terminal.say(Location.KIND, at(2));
            terminal.hear();
            terminal.hear();
            assertThat(terminal.resultOf(
                            terminal.say(LocationBatch.KIND, new LocationBatch(1, List.of(at(2), at(1), at(3))))))
                    .isEqualTo(GeneralReply.OK);
            assertThat(stored()).isEqualTo(3);
        }
    }

    @Test
    void whoeverIsNotInTheInventoryIsTurnedAway() throws IOException {
        try (var stranger = new Terminal(gateway.port(), "19999999999", Version.V2013)) {
            assertThat(stranger.register("D", "粤B00000").result()).isEqualTo(RegistrationReply.TERMINAL_UNKNOWN);
        }
        try (var other = terminal(Version.V2013)) {
            assertThat(other.register("D", "粤B99999").result()).isEqualTo(RegistrationReply.VEHICLE_UNKNOWN);
        }
    }

    @Test
    void whoElseEntersTheNumberKeepsNobodyOut() throws IOException {
        institution("GW-2", "别的局");
        // Whoever sees both would be told of the other row.
        database.sql(
                        "insert into telemetry.terminal (institution_id, phone) select id, ? from organization.institution where code = 'GW-2'")
                .param(phone)
                .update();

        try (var terminal = letIn(Version.V2013)) {
            assertThat(terminal.resultOf(terminal.say(Location.KIND, at(1)))).isEqualTo(GeneralReply.OK);
        }
        assertThat(database.sql("""
                                select i.code from telemetry.position p join telemetry.terminal t on t.number = p.terminal
                                  join organization.institution i on i.id = t.institution_id where t.phone = ?
                                """).param(phone).query(String.class).list()).containsExactly("GW-1");
    }

    @Test
    void nothingIsTakenBeforeAuthentication() throws IOException {
        try (var terminal = terminal(Version.V2013)) {
            assertThat(terminal.resultOf(terminal.say(Location.KIND, at(1)))).isEqualTo(GeneralReply.FAILED);
            assertThat(terminal.authenticate(phone)).isEqualTo(GeneralReply.FAILED);
            assertThat(terminal.hear()).isNull();
        }
        assertThat(stored()).isZero();
    }

    @Test
    void whoSaysNothingIsClosedInTime() throws IOException {
        try (var terminal = terminal(Version.V2013)) {
            assertThat(terminal.hear()).isNull();
        }
    }

    @Test
    void onlyTheCodeThrowsAnotherConnectionOut() throws IOException {
        try (var first = terminal(Version.V2013)) {
            var code = first.register("D", plate()).code().toString();
            first.authenticate(code);
            try (var thief = terminal(Version.V2013)) {
                assertThat(thief.register("D", plate()).result())
                        .isEqualTo(RegistrationReply.TERMINAL_ALREADY_REGISTERED);
                assertThat(thief.authenticate("0".repeat(32))).isEqualTo(GeneralReply.FAILED);
            }
            assertThat(first.resultOf(first.say(Location.KIND, at(1)))).isEqualTo(GeneralReply.OK);
            try (var again = terminal(Version.V2013)) {
                assertThat(again.authenticate(code)).isEqualTo(GeneralReply.OK);
                assertThat(first.hear()).isNull();
                assertThat(again.resultOf(again.say(Location.KIND, at(2)))).isEqualTo(GeneralReply.OK);
            }
        }
    }

    @Test
    void noNeighbourSuffersFromGarbageAndSlowness() throws IOException {
        try (var good = letIn(Version.V2019);
                var garbage = terminal(Version.V2013);
                var slow = terminal(Version.V2013)) {
            var noise = new byte[300_000];
            new Random(1).nextBytes(noise);
            slow.send(new byte[] {0x7e, 0, 2});
            try {
                garbage.send(noise);
            } catch (IOException closed) {
                assertThat(closed).isNotNull();
            }
            for (var i = 0; i < 50; i++) {
                assertThat(good.resultOf(good.say(Location.KIND, at(i)))).isEqualTo(GeneralReply.OK);
            }
            assertThat(slow.hear()).isNull();
        }
    }

    @Test
    void itTellsTheTimeAndAnswersHeartbeatsInTheEditionThatWasSpoken() throws IOException {
        try (var terminal = letIn(Version.V2019)) {
            terminal.say(Empty.TIME_QUESTION, Empty.BODY);
            assertThat(terminal.hear().body()).isInstanceOf(ServerTime.class);
            assertThat(terminal.resultOf(terminal.say(Empty.HEARTBEAT, Empty.BODY)))
                    .isZero();
        }
        try (var old = terminal(Version.V2013)) {
            old.say(Empty.HEARTBEAT, Empty.BODY);
            assertThat(old.hear().header().isVersioned()).isFalse();
        }
    }

    @Test
    void whoHangsUpWhileBeingLetInIsNotThere() throws IOException {
        String code;
        try (var first = terminal(Version.V2013)) {
            code = code(first);
        }
        for (var i = 0; i < 20; i++) {
            try (var hasty = terminal(Version.V2013)) {
                hasty.say(Authentication.KIND, new Authentication(Text.of(code)));
            }
        }
        Soon.soon(
                "all gone",
                () -> json(get(ADMINISTRATOR, "/api/telemetry/terminals/" + id + "/line")),
                line -> line.get("connectedAt") != null && Boolean.FALSE.equals(line.get("online")));
    }

    @Test
    void whoSpokeAndWhoPartedIsKnown() throws IOException {
        letIn(Version.V2013).close();

        Soon.soon(
                "parted", () -> database.sql("""
                                select count(*) from telemetry.link l join telemetry.terminal t on t.id = l.terminal_id
                                 where t.phone = ? and parted_at is not null and session is null and code_hash is not null
                                """).param(phone).query(Long.class).single(), count -> count == 1);
        assertThat(database.sql(
                                "select count(*) from safeguard.entry where action = 'terminal.registered' and actor = ?")
                        .param("terminal/" + phone)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private String edition() {
        return database.sql(
                        "select l.edition from telemetry.link l join telemetry.terminal t on t.id = l.terminal_id where t.phone = ?")
                .param(phone)
                .query(String.class)
                .single();
    }

    @Test
    void theEditionOf2011OutlivesItsConnection() throws IOException {
        String code;
        try (var first = terminal(Version.V2011)) {
            code = code(first);
            assertThat(first.authenticate(code)).isEqualTo(GeneralReply.OK);
        }
        try (var again = terminal(Version.V2011)) {
            assertThat(again.authenticate(code)).isEqualTo(GeneralReply.OK);
            assertThat(edition()).isEqualTo("2011");
            // A picture of 2011 has its reply in the form of 2011: the serial first.
            again.say(
                    MediaData.KIND,
                    new MediaData(
                            new MediaEvent(7, 0, 0, 0, 1), null, new MediaData.Part(1, 1), Bytes.ofHex("ffd8ffd9")));
            assertThat(again.hear().body()).isInstanceOf(GeneralReply.class);
            assertThat(again.hear().body())
                    .isInstanceOfSatisfying(
                            MediaReply.class,
                            reply -> assertThat(reply.serial()).isNotNegative());
        }
    }

    @Test
    void whoRegistersOnALineOfItsOwnGetsACodeAndKeepsTheOldUntilThatIsUsed() throws IOException {
        String before;
        String after;
        try (var first = terminal(Version.V2013)) {
            before = code(first);
            assertThat(first.authenticate(before)).isEqualTo(GeneralReply.OK);
            var reply = first.register("D", plate());
            assertThat(reply.result()).isEqualTo(RegistrationReply.OK);
            after = reply.code().toString();
            assertThat(first.resultOf(first.say(Location.KIND, at(1)))).isEqualTo(GeneralReply.OK);
            assertThat(first.register("D", "粤B99999").result()).isEqualTo(RegistrationReply.VEHICLE_UNKNOWN);
        }
        assertThat(after).isNotEqualTo(before);
        try (var again = terminal(Version.V2013)) {
            assertThat(again.authenticate(before)).isEqualTo(GeneralReply.OK);
        }
    }

    @Test
    void aCodeIsForTheDeviceThatUsedItFirst() throws IOException {
        String code;
        try (var first = terminal(Version.V2019)) {
            code = code(first);
            assertThat(first.authenticate(code, "860000000000001")).isEqualTo(GeneralReply.OK);
        }
        try (var another = terminal(Version.V2019)) {
            assertThat(another.authenticate(code, "860000000000002")).isEqualTo(GeneralReply.FAILED);
        }
        try (var without = terminal(Version.V2013)) {
            assertThat(without.authenticate(code)).isEqualTo(GeneralReply.FAILED);
        }
        try (var first = terminal(Version.V2019)) {
            assertThat(first.authenticate(code, "860000000000001")).isEqualTo(GeneralReply.OK);
        }
    }

    @Test
    void idsOfMakersAndReservedOnesAreNotSupported() throws IOException {
        try (var terminal = letIn(Version.V2019)) {
            for (var id : List.of(0xE000, 0xEFFF, 0x0F00)) {
                var own = Kind.<Bytes>of(id, "自定义", "own", p -> p.rest("内容", "content", it -> it));
                assertThat(terminal.resultOf(terminal.say(own, Bytes.ofHex("0102"))))
                        .isEqualTo(GeneralReply.UNSUPPORTED);
                assertThat(said(id)).isZero();
            }
            assertThat(terminal.resultOf(terminal.say(Location.KIND, at(1)))).isEqualTo(GeneralReply.OK);
        }
    }
}

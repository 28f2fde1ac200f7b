package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Message;
import org.yiti.jt808.Version;
import org.yiti.jt808.area.Polygon;
import org.yiti.jt808.control.TextMessage;
import org.yiti.jt808.media.Shot;
import org.yiti.jt808.parameter.Parameter;
import org.yiti.jt808.parameter.Parameters;
import org.yiti.jt808.parameter.ParametersReply;
import org.yiti.jt808.position.LocationReply;
import org.yiti.jt808.session.Empty;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.ResendRequest;

/** What people tell terminals, from the request to the receipt. */
class CommandJourneyTest extends GatewayJourney {

    private String send(Account account, String command, Map<String, ?> body) {
        var result =
                post(account, "/api/telemetry/terminals/" + id + "/commands", Map.of("command", command, "body", body));
        assertThat(result).hasStatus(201);
        return (String) json(result).get("id");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> told(String command) {
        var line = json(get(ADMINISTRATOR, "/api/telemetry/terminals/" + id + "/line"));
        return ((List<Map<String, Object>>) line.get("commands"))
                .stream()
                        .filter(one -> one.get("id").equals(command))
                        .findFirst()
                        .orElseThrow();
    }

    private Map<String, Object> settled(String command, String state) {
        Soon.soon(state, () -> told(command).get("state"), state::equals);
        return told(command);
    }

    private static void reply(Terminal terminal, Message<?> to, int result) throws IOException {
        terminal.say(GeneralReply.TERMINAL, new GeneralReply(to.header().serial(), to.id(), result));
    }

    @Test
    void aTextArrivesInTheEditionThatIsSpokenAndTheReceiptIsKept() throws IOException {
        for (var version : List.of(Version.V2011, Version.V2013, Version.V2019)) {
            aTerminalOfTheInventory();
            try (var terminal = letIn(version)) {
                var command = send(ADMINISTRATOR, "TEXT", Map.of("text", "前方拥堵，请绕行"));
                var heard = terminal.hear();
                assertThat(((TextMessage) heard.body()).text()).hasToString("前方拥堵，请绕行");
                assertThat(heard.header().isVersioned()).isEqualTo(version == Version.V2019);
                assertThat(told(command)).containsEntry("state", "SENT");
                reply(terminal, heard, GeneralReply.OK);
                assertThat(settled(command, "ANSWERED"))
                        .containsEntry("result", 0)
                        .containsEntry("askedBy", "admin")
                        .containsEntry("sends", 1);
            }
        }
        assertThat(database.sql(
                                "select count(*) from safeguard.entry where action = 'terminal.commanded' and object = ?")
                        .param("telemetry.terminal/" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRefusalOfTheTerminalIsToldWithItsResult() throws IOException {
        try (var terminal = letIn(Version.V2013)) {
            var command = send(ADMINISTRATOR, "TRACK", Map.of("intervalSeconds", 5, "validSeconds", 60));
            reply(terminal, terminal.hear(), GeneralReply.UNSUPPORTED);
            assertThat(settled(command, "FAILED")).containsEntry("result", 3);
        }
    }

    @Test
    void parametersThatWereAskedForAreTheAnswer() throws IOException {
        try (var terminal = letIn(Version.V2013)) {
            var command = send(ADMINISTRATOR, "QUERY_PARAMETERS", Map.of());
            var heard = terminal.hear();
            assertThat(heard.kind()).isEqualTo(Empty.PARAMETERS_QUESTION);
            // Some terminals say yes first; that is not the answer.
            reply(terminal, heard, GeneralReply.OK);
            var reply = new ParametersReply(
                    heard.header().serial(), List.of(Parameter.of(Parameters.HEARTBEAT_INTERVAL, 45L)));
            terminal.resultOf(terminal.say(ParametersReply.KIND, reply));
            assertThat(settled(command, "ANSWERED").get("answer").toString())
                    .contains("终端心跳发送间隔")
                    .contains("45");
        }
    }

    @Test
    void aCameraThatWasAskedForPicturesSaysHowItWent() throws IOException {
        try (var terminal = letIn(Version.V2013)) {
            var wanted = Map.<String, Object>of(
                    "channel",
                    1,
                    "command",
                    2,
                    "seconds",
                    0,
                    "save",
                    0,
                    "resolution",
                    2,
                    "quality",
                    5,
                    "brightness",
                    127,
                    "contrast",
                    63,
                    "saturation",
                    63,
                    "chroma",
                    127);
            var command = send(ADMINISTRATOR, "TAKE_PICTURES", wanted);
            var heard = terminal.hear();
            assertThat(((Shot) heard.body()).command()).isEqualTo(2);
            reply(terminal, heard, GeneralReply.OK);
            var taken = new Shot.Reply(heard.header().serial(), 0, List.of(7_101L, 7_102L));
            terminal.resultOf(terminal.say(Shot.Reply.KIND, taken));
            assertThat(settled(command, "ANSWERED").get("answer").toString()).contains("成功");
        }
    }

    @Test
    void aPositionThatWasAskedForIsStoredAndSettlesTheCommand() throws IOException {
        try (var terminal = letIn(Version.V2019)) {
            var command = send(ADMINISTRATOR, "LOCATE", Map.of());
            var heard = terminal.hear();
            terminal.resultOf(terminal.say(
                    LocationReply.KIND, new LocationReply(heard.header().serial(), at(5))));
            assertThat(settled(command, "ANSWERED")).containsEntry("answer", null);
            assertThat(stored()).isEqualTo(1);
        }
    }

    @Test
    void whatWaitsIsDeliveredWhenTheTerminalComesAndAgainWhenItComesBack() throws IOException {
        String code;
        try (var terminal = letIn(Version.V2013)) {
            assertThat(terminal.isSilentFor(1)).isTrue();
        }
        Soon.soon(
                "parted",
                () -> json(get(ADMINISTRATOR, "/api/telemetry/terminals/" + id + "/line"))
                        .get("online"),
                Boolean.FALSE::equals);
        var command = send(ADMINISTRATOR, "TEXT", Map.of("text", "一"));
        assertThat(told(command)).containsEntry("state", "QUEUED");
        try (var terminal = terminal(Version.V2013)) {
            code = code(terminal);
            terminal.authenticate(code);
            assertThat(terminal.hear().body()).isInstanceOf(TextMessage.class);
        }
        try (var again = terminal(Version.V2013)) {
            again.authenticate(code);
            var heard = again.hear();
            assertThat(heard.body()).isInstanceOf(TextMessage.class);
            reply(again, heard, GeneralReply.OK);
            assertThat(settled(command, "ANSWERED")).containsEntry("sends", 2);
        }
    }

    @Test
    void whatHasExpiredIsNotSentAnyMore() throws IOException {
        var command = send(ADMINISTRATOR, "TEXT", Map.of("text", "迟了"));
        database.sql(
                        "update telemetry.command set asked_at = now() - interval '2 hours', expires_at = now() - interval '1 hour' where terminal_id = ?")
                .param(id)
                .update();
        assertThat(told(command)).containsEntry("state", "EXPIRED");
        try (var terminal = letIn(Version.V2013)) {
            assertThat(terminal.isSilentFor(400)).isTrue();
        }
    }

    @Test
    void anAnswerToAnotherSerialOrAnotherMessageSettlesNothing() throws IOException {
        try (var terminal = letIn(Version.V2013)) {
            var command = send(ADMINISTRATOR, "TEXT", Map.of("text", "二"));
            var heard = terminal.hear();
            terminal.say(
                    GeneralReply.TERMINAL,
                    new GeneralReply(heard.header().serial() + 1 & 0xffff, heard.id(), GeneralReply.OK));
            terminal.say(GeneralReply.TERMINAL, new GeneralReply(heard.header().serial(), 0x8103, GeneralReply.OK));
            terminal.resultOf(terminal.say(Empty.HEARTBEAT, Empty.BODY));
            assertThat(told(command)).containsEntry("state", "SENT");
        }
    }

    @Test
    void aLargeAreaGoesInPackagesAndMissingOnesAgainToTheLetter() throws IOException {
        try (var terminal = letIn(Version.V2019)) {
            var points = IntStream.range(0, 300)
                    .mapToObj(i -> Map.of("latitude", 22_000_000 + i, "longitude", 114_000_000 + i))
                    .toList();
            var command = send(
                    ADMINISTRATOR,
                    "SET_POLYGON",
                    Map.of("id", 9, "attributes", 8, "points", points, "addition", Map.of("name", "园区")));
            var packages = new ArrayList<Message<?>>();
            do {
                packages.add(terminal.hear());
            } while (packages.get(packages.size() - 1).header().number()
                    < packages.get(0).header().total());
            assertThat(packages).hasSize(3);
            assertThat(packages.get(0).id()).isEqualTo(Polygon.KIND.id());
            terminal.say(
                    ResendRequest.TERMINAL,
                    new ResendRequest(packages.get(0).header().serial(), List.of(2)));
            var again = terminal.hear();
            assertThat(again.header()).isEqualTo(packages.get(1).header());
            assertThat(Jt808.STANDARD.body(again).toArray())
                    .isEqualTo(Jt808.STANDARD.body(packages.get(1)).toArray());
            reply(terminal, packages.get(2), GeneralReply.OK);
            settled(command, "ANSWERED");
        }
    }

    @Test
    void whatNoMessageCanBeMadeOfIsRefusedWithAReason() {
        var path = "/api/telemetry/terminals/" + id + "/commands";
        assertThat(post(ADMINISTRATOR, path, Map.of("command", "TEXT", "body", Map.of())))
                .hasStatus(422);
        assertThat(post(ADMINISTRATOR, path, Map.of("body", Map.of()))).hasStatus(422);
        assertThat(post(ADMINISTRATOR, path, Map.of("command", "LOCATE", "minutes", 0)))
                .hasStatus(422);
        var elsewhere = Map.of("parameters", List.of(Map.of("id", "0x0013", "value", "evil.example")));
        assertThat(post(ADMINISTRATOR, path, Map.of("command", "SET_PARAMETERS", "body", elsewhere)))
                .hasStatus(403);
        assertThat(database.sql("select count(*) from telemetry.command where terminal_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyWhoMayChangeTheTerminalTellsItAnything() {
        var path = "/api/telemetry/terminals/" + id + "/commands";
        var text = Map.of("command", "TEXT", "body", Map.of("text", "三"));
        var other = known(officer(institution("GW-3", "第三局")));
        assertThat(post(other, path, text)).hasStatus(404);
        var inspector = known(new Account("gw-inspector", "督查", Role.INSPECTOR, institution("GW-1", "终端局"), false));
        assertThat(post(inspector, path, text)).hasStatus(403);
        assertThat(get(inspector, "/api/telemetry/terminals/" + id + "/line")).hasStatusOk();
        var officer = known(officer(institution("GW-1", "终端局")));
        assertThat(post(officer, path, text)).hasStatus(201);
    }
}

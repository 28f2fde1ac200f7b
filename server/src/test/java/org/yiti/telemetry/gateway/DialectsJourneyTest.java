package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.Dialects;
import org.yiti.jt808.Framing;
import org.yiti.jt808.Header;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.vendor.Trackers;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;

/** What the inventory says of how a terminal speaks is how its messages are read, once it has said who it is. */
class DialectsJourneyTest extends GatewayJourney {

    private static final Jt808 TRACKER = new Jt808(Dialects.TRACKER);

    private void speaks(String dialect) {
        assertThat(patch(
                        ADMINISTRATOR,
                        "/api/telemetry/terminals/" + id,
                        Map.of(
                                "version",
                                json(get(ADMINISTRATOR, "/api/telemetry/terminals/" + id))
                                        .get("version"),
                                "dialect",
                                dialect)))
                .hasStatusOk();
    }

    /** Eighteen bytes that look like an odometer of 25.5 km three times. */
    private static Location withTail(int second) {
        var plain = at(second);
        return new Location(
                plain.alarm(),
                plain.statusBits(),
                plain.latitude(),
                plain.longitude(),
                plain.altitude(),
                plain.speed(),
                plain.direction(),
                plain.time(),
                List.of(),
                Bytes.of(HexFormat.of().parseHex("0104000000ff".repeat(3))));
    }

    private List<Integer> odometers() {
        return database.sql(
                        "select coalesce(p.odometer, -1) from telemetry.position p join telemetry.terminal t on t.number = p.terminal where t.phone = ?")
                .param(phone)
                .query(Integer.class)
                .list();
    }

    @Test
    void fixedBytesBehindPositionsAreNoOdometerOfATerminalThatIsSaidToHaveThem() throws IOException {
        try (var standard = letIn(Version.V2013)) {
            assertThat(standard.resultOf(standard.say(Location.KIND, withTail(1))))
                    .isEqualTo(GeneralReply.OK);
        }
        assertThat(odometers()).containsExactly(255);
        database.sql("delete from telemetry.position").update();

        speaks("位置带定长尾");
        try (var other = letIn(Version.V2013)) {
            assertThat(other.resultOf(other.say(Location.KIND, withTail(1)))).isEqualTo(GeneralReply.OK);
        }
        assertThat(odometers()).containsExactly(-1);
    }

    @Test
    void positionsThatTrackersBringInTheirOwnWayAreStoredOfTrackersOnly() throws IOException {
        var batch = new Trackers.SmallBatch(null, List.of(at(1), at(2)));
        try (var standard = letIn(Version.V2013)) {
            send(standard, batch);
        }
        assertThat(stored()).isZero();
        assertThat(said(Trackers.SMALL_BATCH.id())).isOne();

        speaks("简易定位器");
        try (var tracker = letIn(Version.V2013)) {
            send(tracker, batch);
        }
        assertThat(stored()).isEqualTo(2);
        assertThat(said(Trackers.SMALL_BATCH.id())).isOne();
    }

    private void send(Terminal terminal, Trackers.SmallBatch batch) throws IOException {
        for (var frame : TRACKER.encode(Trackers.SMALL_BATCH, batch, Version.V2013, "0" + phone, 99)) {
            terminal.send(frame);
        }
        assertThat(terminal.resultOf(99)).isEqualTo(GeneralReply.OK);
    }

    @Test
    void packagesThatAllCarryOneSerialAreAMessageOfATerminalThatIsSaidToSendThemSo() throws IOException {
        speaks("分包同流水号");
        try (var terminal = letIn(Version.V2013)) {
            for (var number = 1; number <= 3; number++) {
                var packet = new Packet(
                        new Header(0x0900, 1 << 13 | 5, 0, "0" + phone, 7, 3, number), Bytes.of(new byte[5]));
                terminal.send(Jt808.STANDARD.encode(packet));
            }
            assertThat(terminal.resultOf(7)).isEqualTo(GeneralReply.OK);
            assertThat(terminal.isSilentFor(200)).isTrue();
        }
        assertThat(said(0x0900)).isOne();
    }

    @Test
    void everyDialectThatMayBeEnteredIsSpokenAndFramedSoThatATerminalCanSayWhoItIs() {
        assertThat(CodeTables.get("terminal-dialect").codes())
                .extracting(Code::code)
                .contains("STANDARD")
                .allSatisfy(
                        code -> assertThat(Tongues.of(code).dialect().framing()).isEqualTo(Framing.STANDARD));
        assertThatThrownBy(() -> Tongues.of("ALTERNATIVE")).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.position.Extra;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Empty;

/** Frames made by hand from the standard. */
class GoldenVectorsTest {

    private static final Jt808 JT808 = Jt808.STANDARD;
    private static final String LOCATION_2013 = "7E02000028013800138000000300000000000000030260F55406F015A50034025D005A"
            + "26082110300001040001E24030011F310109AA7E";
    private static final Location LOCATION = new Location(
            0,
            3,
            39_908_692,
            116_397_477,
            52,
            605,
            90,
            BcdTime.of(LocalDateTime.of(2026, 8, 21, 10, 30)),
            List.of(Extra.of(Extras.ODOMETER, 123_456L), Extra.of(Extras.RADIO, 31), Extra.of(Extras.SATELLITES, 9)),
            Bytes.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7E000200000138001380000001A97E",
                "7E0002400001000000000138001380000001E87E",
                "7E0102000801380013800000024131423243334434A37E",
                "7E0102402C0100000000013800138000000208413142324333443438363030303030303030303030303156312E302E300000"
                        + "000000000000000000000000967E",
                LOCATION_2013,
                "7E020040280100000000013800138000000300000000000000030260F55406F015A50034025D005A26082110300001040001"
                        + "E24030011F310109EB7E",
                "7E0704004B0138001380000004000201001C00000000000000030260F55406F015A50034025D005A2608211030000028"
                        + "00000000000000030260F55406F015A50034025D005A26082110300001040001E24030011F310109607E",
                "7E0002000001380013800000D67D027E",
                "7E0002000001380013800000D57D017E",
                "7E090000030138001380000005F07D01022A7E",
                "7E08012003013800138000006400020001010101E67E",
                "7E08012003013800138000006500020002020202E77E"
            })
    void everyFrameIsReadAndWrittenAgainAsItWas(String hex) {
        var message = JT808.decode(unwrap(hex), null);

        assertThat(Bytes.of(JT808.encode(message)).hex()).isEqualToIgnoringCase(hex);
    }

    @Test
    void aLocationSaysWhereTheVehicleWas() {
        var message = JT808.decode(unwrap(LOCATION_2013), null);
        var location = message.as(Location.class).orElseThrow();

        assertThat(message.header().phone()).isEqualTo("013800138000");
        assertThat(message.header().serial()).isEqualTo(3);
        assertThat(message.version()).isEqualTo(Version.V2013);
        assertThat(location).isEqualTo(LOCATION);
        assertThat(location.latitudeDegrees()).isEqualTo(39.908692);
        assertThat(location.longitudeDegrees()).isEqualTo(116.397477);
        assertThat(location.find(Extras.ODOMETER, Version.V2013)).contains(123_456L);
        assertThat(location.status().isAccOn()).isTrue();
        assertThat(location.time().local()).contains(LocalDateTime.of(2026, 8, 21, 10, 30));
    }

    @Test
    void aLocationIsWrittenInTheEditionOfTheSession() {
        assertThat(JT808.encode(Location.KIND, LOCATION, Version.V2013, "013800138000", 3))
                .singleElement()
                .satisfies(frame -> assertThat(Bytes.of(frame).hex()).isEqualToIgnoringCase(LOCATION_2013));
        assertThat(JT808.encode(Location.KIND, LOCATION, Version.V2019, "00000000013800138000", 3))
                .singleElement()
                .satisfies(frame -> assertThat(Bytes.of(frame).hex())
                        .startsWith("7e0200402801")
                        .endsWith("eb7e"));
    }

    @Test
    void aBatchCarriesWholeLocations() {
        var batch = JT808.decode(
                        unwrap(
                                "7E0704004B0138001380000004000201001C00000000000000030260F55406F015A50034025D005A2608211030000028"
                                        + "00000000000000030260F55406F015A50034025D005A26082110300001040001E24030011F310109607E"),
                        null)
                .as(LocationBatch.class)
                .orElseThrow();

        assertThat(batch.type()).isEqualTo(LocationBatch.BACKFILL);
        assertThat(batch.locations()).hasSize(2).last().isEqualTo(LOCATION);
    }

    @Test
    void anAuthenticationOf2019NamesTheSoftware() {
        var authentication = new Authentication(Text.of("A1B2C3D4"), Text.of("860000000000001"), Text.of("V1.0.0"));

        var frames = JT808.encode(Authentication.KIND, authentication, Version.V2019, "00000000013800138000", 2);

        var read = JT808.decode(Frames.unwrap(frames.get(0), Dialect.STANDARD), null)
                .as(Authentication.class)
                .orElseThrow();
        assertThat(read.code()).hasToString("A1B2C3D4");
        assertThat(read.software()).hasToString("V1.0.0");
        assertThat(Bytes.of(frames.get(0)).hex()).endsWith("967e");
    }

    @Test
    void aHeartbeatMayCarryMoreThanTheStandardKnows() {
        var frame = JT808.encode(Empty.HEARTBEAT, Empty.BODY, Version.V2013, "013800138000", 1)
                .get(0);

        assertThat(Bytes.of(frame).hex()).isEqualTo("7e000200000138001380000001a97e");
    }

    private static Bytes unwrap(String hex) {
        return Frames.unwrap(Bytes.ofHex(hex).toArray(), Dialect.STANDARD);
    }
}

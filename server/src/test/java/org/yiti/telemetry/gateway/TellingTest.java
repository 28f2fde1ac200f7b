package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.Dialects;
import org.yiti.jt808.Header;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Extra;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.vendor.ShortPosition;

class TellingTest {

    private static final BcdTime NOON = BcdTime.of(LocalDateTime.of(2026, 11, 27, 12, 0));

    @Test
    void fuelStaysAsItWasToldWithTheBitThatSaysPercent() {
        assertThat(Telling.position(1, with(503, 3), Version.V2019).fuel()).isEqualTo(503);
        assertThat(Telling.position(1, with(0x8032, 3), Version.V2019).fuel()).isEqualTo(0x8032);
        assertThat(Telling.position(1, with(0x8032, 3), Version.V2019).extras()).containsExactly(2, 2, 0x80, 0x32);
    }

    @Test
    void southAndWestAreNegative() {
        var told = Telling.position(1, with(0, 15), Version.V2013);

        assertThat(told.lat()).isEqualTo(-22_543_096);
        assertThat(told.lon()).isEqualTo(-114_057_865);
    }

    @Test
    void aLocksPositionIsAPlaceInUtcKnotsAndKilometresAndTheMessageIsKept() {
        var told = lock("270610080453", "1135556025");

        var position = ShortPlace.of(7, told).orElseThrow();

        assertThat(Instant.ofEpochSecond(position.second())).isEqualTo("2010-06-27T08:04:53Z");
        assertThat(position.lat()).isEqualTo(-22_554_800);
        assertThat(position.lon()).isEqualTo(113_926_003);
        assertThat(position.speed()).as("five knots").isEqualTo(93);
        assertThat(position.direction()).isEqualTo(90);
        assertThat(position.odometer()).isEqualTo(60);
        assertThat(position.status() & 2).as("fixed").isEqualTo(2);
        var packet = new Packet(
                new Header(0x5501, 38, 0, "013800138000", 1, 0, 0),
                Bytes.ofHex(LOCK.formatted("270610080453", "1135556025")));
        var batch = Telling.said(7, TRACKER.decode(packet, null), TRACKER);
        assertThat(batch.positions()).containsExactly(position);
        assertThat(batch.sayings())
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(0x5501));
    }

    @Test
    void aLockThatTellsNoTimeOrNoDigitsTellsNoPlace() {
        assertThat(ShortPlace.of(7, lock("320610080453", "1135556025"))).isEmpty();
        assertThat(ShortPlace.of(7, lock("270610080453", "1a35556025"))).isEmpty();
    }

    private static final Jt808 TRACKER = new Jt808(Dialects.TRACKER);
    private static final String LOCK =
            "%s" + "22332880" + "%s" + "05" + "2d" + "3101" + "00000006" + "08000010931435010002000300";

    private static ShortPosition lock(String time, String longitude) {
        var packet = new Packet(
                new Header(0x5501, 38, 0, "013800138000", 1, 0, 0), Bytes.ofHex(LOCK.formatted(time, longitude)));
        return TRACKER.decode(packet, null).as(ShortPosition.class).orElseThrow();
    }

    private static Location with(int fuel, int status) {
        return new Location(
                0,
                status,
                22_543_096,
                114_057_865,
                20,
                365,
                90,
                NOON,
                List.of(Extra.of(Extras.FUEL, fuel)),
                Bytes.NONE);
    }
}

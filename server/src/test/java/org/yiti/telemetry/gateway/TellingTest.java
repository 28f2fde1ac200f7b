package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Extra;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;

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

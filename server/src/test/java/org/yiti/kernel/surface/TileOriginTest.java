package org.yiti.kernel.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TileOriginTest {

    @Test
    void withoutTilesNothingMoreIsLoadedThanBefore() {
        assertThat(TileOrigin.of("")).isEmpty();
        assertThat(TileOrigin.of("/tiles/{z}/{x}/{y}.png")).isEmpty();
        assertThat(AnswerHeaders.all("")).isNotEmpty();
    }

    @Test
    void theHostOfTheTilesIsNamedAndNoPathOfIt() {
        assertThat(TileOrigin.of("http://10.1.2.3:8080/tiles/{z}/{x}/{y}.png")).isEqualTo("http://10.1.2.3:8080");
    }

    @Test
    void hostsThatTakeTurnsAreAllAllowed() {
        assertThat(TileOrigin.of("https://t{s}.tianditu.gov.cn/vec_w/wmts?x={x}&y={y}&l={z}&tk=a"))
                .isEqualTo("https://*.tianditu.gov.cn");
    }

    @Test
    void anAddressThatWouldWriteMoreIntoThePolicyStopsTheStart() {
        assertThatThrownBy(() -> TileOrigin.of("https://a.cn/; script-src *")).hasMessageContaining("no address");
        assertThatThrownBy(() -> TileOrigin.of("javascript:alert(1)")).hasMessageContaining("no address");
    }
}

package org.yiti.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Settings of(String... arguments) {
        return new Settings(arguments);
    }

    @Test
    void whatIsNotGivenIsAsUsual() {
        var settings = of("TERMINALS=50", "DUPLICATE=0.05");

        assertThat(settings.number("TERMINALS")).isEqualTo(50);
        assertThat(settings.shares().duplicated()).isEqualTo(0.05);
        assertThat(settings.shares().dropped()).isZero();
        assertThat(settings.named("TRACKS")).isEmpty();
    }

    @Test
    void aNameThatIsNoneIsAnsweredWithAllThereAre() {
        assertThatThrownBy(() -> of("TERMINAL=5"))
                .hasMessageContaining("Not understood: TERMINAL=5")
                .hasMessageContaining("TERMINALS")
                .hasMessageContaining("RECONNECT");
        assertThatThrownBy(() -> of("SEED=x").number("SEED")).hasMessageContaining("SEED");
    }

    @Test
    void thePastIsToldFasterAndNeverOvertakesThePresent() {
        var time = of("SPEED=60", "FROM=1970-01-01T00:16:40Z").time(5_000);

        assertThat(time.after(10_000_000_000L, 5_010)).isEqualTo(1_600);
        assertThat(time.after(100_000_000_000L, 5_100)).isEqualTo(5_100);
        assertThat(of("SPEED=max").time(5_000).after(0, 5_000)).isEqualTo(5_000);
        assertThat(of().time(5_000)).isEqualTo(new SimulatedTime(5_000, 1));
    }

    @Test
    void aTownThatIsNoPlaceIsRefused() {
        assertThat(of("TOWN=30.1, 113.2").place("TOWN"))
                .hasValueSatisfying(at -> assertThat(at).containsExactly(30.1, 113.2));
        assertThat(of().place("TOWN")).isEmpty();
        assertThatThrownBy(() -> of("TOWN=here").place("TOWN")).hasMessageContaining("TOWN");
    }
}

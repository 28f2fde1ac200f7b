package org.yiti.detect.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.yiti.detect.Fact;

/** What is told of the terminal itself: silence, and a wrong clock. */
class TerminalTest {

    private static final Cleaning<Object[]> ALL = VehicleDetectors.all(VehicleSettings.DEFAULTS);

    @Test
    void silenceIsLongerThanUsualAndTellsWhereItSpokeAgain() {
        var drive = new Drive().drive(20, 40, 0).silent(60, 20).drive(5, 40, 0);
        var facts = drive.facts("vehicle.silence", ALL);
        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).number("hours")).isCloseTo(1, within(0.01));
        assertThat(facts.get(0).number("jump_km")).isCloseTo(20, within(0.3));
        assertThat(facts.get(0).number("usual_seconds")).isEqualTo(10);
        assertThat(facts.get(0).figures()).containsEntry("ignition", "on").containsEntry("ignition_after", "on");
    }

    @Test
    void aTerminalThatSleepsWhileParkedIsNotSilent() {
        var drive = new Drive().drive(20, 40, 0).ignition(false).every(10).stand(1);
        for (var hour = 0; hour < 40; hour++) {
            drive.silent(60, 0).stand(0.1);
        }
        assertThat(drive.facts("vehicle.silence", ALL)).isEmpty();
        assertThat(drive.openAt(ALL, drive.now() + 9 * 3_600_000L))
                .extracting(Fact::kind)
                .doesNotContain("vehicle.silence");
        assertThat(drive.openAt(ALL, drive.now() + 24 * 3_600_000L))
                .extracting(Fact::kind)
                .contains("vehicle.silence");
    }

    @Test
    void aClockThatIsAheadOrBehindIsAFactAndWhatWasStoredAndSentLaterIsNot() {
        var ahead = new Drive().drive(10, 40, 0).change(p -> p.receivedAt(p.at() - 300_000));
        assertThat(ahead.facts("vehicle.clock", ALL)).extracting(Fact::about).containsExactly("ahead");
        assertThat(ahead.facts("vehicle.clock", ALL).get(0).number("seconds")).isEqualTo(300);
        var behind = new Drive().drive(15, 40, 0).change(p -> p.receivedAt(p.at() + 8 * 3_600_000L));
        assertThat(behind.facts("vehicle.clock", ALL)).extracting(Fact::about).containsExactly("behind");
        var stored = new Drive().drive(60, 40, 0);
        var sent = stored.now() + 600_000;
        stored.change(p -> p.receivedAt(sent + (p.at() - Drive.BEGIN) / 100)).drive(30, 40, 0);
        assertThat(stored.facts("vehicle.clock", ALL)).isEmpty();
    }
}

package org.yiti.detect.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiti.detect.Fact;

class ReadingsUnlikeOthersTest {

    @Test
    void aMeterThatRepeatsOneReadingForADayIsStuck() {
        var facts = new Curve(30).put(20, 9, 24, 12.5).facts(new Stuck());
        assertThat(facts).extracting(Fact::kind).containsExactly("meter.stuck");
        assertThat(facts.get(0).start()).isEqualTo(Curve.at(20, 9));
        assertThat(facts.get(0).end()).isEqualTo(Curve.at(21, 8));
        assertThat(facts.get(0).number("readings")).isEqualTo(24);
    }

    @Test
    void aMeterThatCountsWholeUnitsIsNotStuckBecauseItRepeatsItself() {
        var curve = new Curve(60);
        curve.readings()
                .forEach(reading -> curve.put(
                        java.time.LocalDateTime.ofInstant(Curve.instant(reading.at()), Curve.ZONE),
                        Math.floor(reading.value() / 8)));
        assertThat(curve.facts(new Stuck())).isEmpty();
    }

    @Test
    void twoHoursFarBeyondEverythingAreOneSpike() {
        var facts = new Curve(30).put(20, 9, 1, 120).put(20, 10, 1, 90).facts(new Spikes());
        assertThat(facts).extracting(Fact::start).containsExactly(Curve.at(20, 9));
        assertThat(facts.get(0).number("peak")).isEqualTo(120);
        assertThat(facts.get(0).number("usual_high")).isBetween(30.0, 31.0);
    }

    @Test
    void whatStaysIsNoSpikeAndNeitherIsAHighReadingWithinTheUsual() {
        assertThat(new Curve(30).put(20, 9, 100, 120).facts(new Spikes())).isEmpty();
        assertThat(new Curve(30).put(20, 3, 1, 31).facts(new Spikes())).isEmpty();
    }

    @Test
    void workInTheNightIsOddForItsTimeOfDayAndToldOnce() {
        var facts = new Curve(30).put(20, 2, 2, 25).facts(new Odd(Curve.METERING));
        assertThat(facts)
                .filteredOn(fact -> fact.start() >= Curve.at(20, 0) && fact.start() < Curve.at(21, 0))
                .extracting(Fact::about)
                .containsExactly("time_of_day");
    }

    @Test
    void anOrdinaryOfficeIsHardlyEverOdd() {
        assertThat(new Curve(300).facts(new Odd(Curve.METERING))).isEmpty();
    }
}

package org.yiti.meters.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.interval.IntervalsTest.at;
import static org.yiti.meters.interval.Shop.CHINA;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.yiti.meters.interval.Balance.Tolerance;
import org.yiti.meters.interval.Balance.Verdict;

class SettlementTest {

    private static final MeterHistory METER = MeterHistory.simple("ELECTRICITY", "kWh", 2, 6);

    private static List<Interval> hours(List<Reading> heard) {
        return Derivation.hours(METER, Rates.none("kWh"), heard, CHINA);
    }

    @Test
    void aClosedMonthIsCorrectedAndAnOpenOneReplaced() {
        var close = at("2026-11-01T00:00");
        var before = List.of(
                Reading.good(close - 3_600_000, 100, 0),
                Reading.good(close, 200, 1),
                Reading.good(close + 3_600_000, 300, 2));
        var after = new ArrayList<>(before);
        after.add(Reading.good(close, 250, 3));

        var settlement = Settlement.of(hours(before), List.of(), hours(after), close);

        assertThat(settlement.replaced()).singleElement().satisfies(hour -> {
            assertThat(hour.startMillis()).isEqualTo(close);
            assertThat(hour.amount()).isEqualByComparingTo("0.5");
        });
        assertThat(settlement.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.number()).isEqualTo(1);
            assertThat(correction.amountDelta()).isEqualByComparingTo("0.5");
            assertThat(correction.before()).isEqualTo(hours(before).get(0));
        });
        assertThat(Settlement.of(hours(before), settlement.corrections(), hours(after), Long.MAX_VALUE)
                        .corrections())
                .map(correction -> correction.after().startMillis())
                .containsExactly(close);
    }

    @Property(tries = 200)
    void bookedAndCorrectedTogetherAreWhatIsKnownAndBookedNeverChanges(@ForAll long seed) {
        var chance = new Chance(seed);
        var meter = chance.meter();
        var rates = chance.rates();
        var heard = chance.readings(60);
        var close = Chance.START + 24 * 3_600_000L;
        var first = Derivation.hours(meter, rates, heard.subList(0, 30), CHINA);
        var stored = new TreeMap<>(Shop.byStart(first));
        var closed = List.copyOf(stored.headMap(close).values());
        var corrections = new ArrayList<Correction>();

        for (var known = 35; known < heard.size() + 10; known += 10) {
            var derived = Derivation.hours(meter, rates, heard.subList(0, Math.min(known, heard.size())), CHINA);
            var settlement = Settlement.of(stored.values(), corrections, derived, close);
            settlement.removed().forEach(stored::remove);
            settlement.replaced().forEach(hour -> stored.put(hour.startMillis(), hour));
            corrections.addAll(settlement.corrections());
            assertThat(Settlement.of(stored.values(), corrections, derived, close))
                    .isEqualTo(new Settlement(List.of(), List.of(), List.of()));
        }

        assertThat(List.copyOf(stored.headMap(close).values())).isEqualTo(closed);
        var full = Derivation.hours(meter, rates, heard, CHINA);
        var booked = stored.values().stream().mapToLong(Interval::nanos).sum();
        assertThat(booked
                        + corrections.stream().mapToLong(Correction::nanosDelta).sum())
                .isEqualTo(full.stream().mapToLong(Interval::nanos).sum());
        var cost = stored.values().stream().mapToLong(Interval::costMicros).sum();
        assertThat(cost
                        + corrections.stream()
                                .mapToLong(Correction::costMicrosDelta)
                                .sum())
                .isEqualTo(full.stream().mapToLong(Interval::costMicros).sum());
    }

    private static List<Interval> hour(long start, long hundredths) {
        return hours(List.of(Reading.good(start, 0, 0), Reading.good(start + 3_600_000, hundredths, 1)));
    }

    @Test
    void subMetersBalanceAgainstTheirParent() {
        var start = at("2026-11-28T08:00");
        var tolerance = new Tolerance(40, 60, 100_000_000);

        assertThat(balance(10_000, 6_000, 3_450, tolerance)).isEqualTo(Verdict.WITHIN);
        assertThat(balance(10_000, 6_000, 4_450, tolerance)).isEqualTo(Verdict.MORE_BELOW);
        assertThat(balance(10_000, 6_000, 3_350, tolerance)).isEqualTo(Verdict.LESS_BELOW);
        assertThat(balance(10_000, 6_000, 4_600, tolerance)).isEqualTo(Verdict.MORE_BELOW);
        assertThat(balance(0, 6, 4, tolerance)).isEqualTo(Verdict.WITHIN);

        var missing = Balance.of(hour(start, 100), List.of(hour(start, 90), List.of()), tolerance);
        assertThat(missing).singleElement().satisfies(balance -> {
            assertThat(balance.verdict()).isEqualTo(Verdict.INCOMPLETE);
            assertThat(balance.residualNanos()).isEqualTo(100_000_000);
        });
    }

    private static Verdict balance(long parent, long one, long other, Tolerance tolerance) {
        var start = at("2026-11-28T08:00");
        return Balance.of(hour(start, parent), List.of(hour(start, one), hour(start, other)), tolerance)
                .get(0)
                .verdict();
    }
}

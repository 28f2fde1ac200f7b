package org.yiti.meters.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.REGISTER_TOO_LARGE;
import static org.yiti.meters.interval.IntervalsTest.at;
import static org.yiti.meters.interval.Shop.CHINA;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.yiti.meters.Refuses;
import org.yiti.meters.interval.Reading.Status;

class ConsumedTest {

    private static final MeterHistory METER = MeterHistory.simple("ELECTRICITY", "kWh", 2, 6);
    private static final Rates NONE = Rates.none("kWh");

    private static Consumed said(String from, String until, long steps, long received) {
        return new Consumed(at("2026-11-28T" + from), at("2026-11-28T" + until), steps, received, Status.GOOD);
    }

    private static List<Interval> hours(Consumed... said) {
        return Derivation.consumedHours(METER, NONE, List.of(said), Span.ALWAYS, CHINA);
    }

    @Test
    void whatADeviceSaysIsItsHour() {
        var hour = hours(said("07:00", "08:00", 325, 4)).get(0);

        assertThat(hour.amount()).isEqualByComparingTo("3.25");
        assertThat(hour.marks()).containsExactlyInAnyOrder(Mark.NO_TARIFF, Mark.NO_KGCE, Mark.NO_CO2);
        assertThat(hour.lineage().newest()).isEqualTo(4);
    }

    @Test
    void quartersAddUpAndTheLaterOfTwoFiguresCounts() {
        var hours = hours(
                said("07:00", "07:15", 100, 0),
                said("07:15", "07:30", 100, 1),
                said("07:15", "07:30", 250, 2),
                said("07:15", "07:30", 100, 3),
                said("07:30", "08:00", 100, 4));

        assertThat(hours).singleElement().satisfies(hour -> {
            assertThat(hour.amount()).isEqualByComparingTo("4.5");
            assertThat(hour.is(Mark.CORRECTED_READING)).isTrue();
            assertThat(hour.is(Mark.PARTIAL)).isFalse();
        });
    }

    @Test
    void whatTwoFiguresTellOfTheSameTimeIsCountedOnce() {
        var hours = hours(said("07:00", "08:00", 100, 0), said("07:30", "08:30", 100, 1));

        assertThat(hours)
                .map(Interval::amount)
                .map(amount -> amount.stripTrailingZeros().toPlainString())
                .containsExactly("1", "0.5");
        assertThat(hours.get(1).is(Mark.OVERLAPPING)).isTrue();
    }

    @Test
    void whatCannotBeIsRefused() {
        Refuses.with(REGISTER_TOO_LARGE, () -> new Consumed(5, 5, 1, 0, Status.GOOD));
        Refuses.with(REGISTER_TOO_LARGE, () -> new Consumed(5, 6, -1, 0, Status.GOOD));
        Refuses.with(REGISTER_TOO_LARGE, () -> new Consumed(Long.MIN_VALUE, Long.MAX_VALUE, 1, 0, Status.GOOD));
    }

    @Property(tries = 300)
    void anyOrderAnyNumberOfTimesAndAnyPartsGiveTheSameHours(@ForAll long seed) {
        var random = new Random(seed);
        var chance = new Chance(seed);
        var meter = chance.meter();
        var rates = chance.rates();
        var told = told(random);
        var kept = new ArrayList<Consumed>();
        var hours = new TreeMap<Long, Interval>();

        for (var from = 0; from < told.size(); ) {
            var batch = told.subList(from, Math.min(told.size(), from + 1 + random.nextInt(6)));
            from += batch.size();
            kept.addAll(batch);
            for (var span : Touched.byConsumed(kept, batch, CHINA)) {
                var inside = kept.stream()
                        .filter(said -> said.overlaps(span.fromMillis(), span.untilMillis()))
                        .toList();
                var needed = kept.stream()
                        .filter(said ->
                                inside.stream().anyMatch(one -> one.overlaps(said.fromMillis(), said.untilMillis())))
                        .toList();
                hours.subMap(span.fromMillis(), span.untilMillis()).clear();
                Derivation.consumedHours(meter, rates, needed, span, CHINA)
                        .forEach(hour -> hours.put(hour.startMillis(), hour));
            }
            assertThat(List.copyOf(hours.values()).toString())
                    .isEqualTo(Derivation.consumedHours(meter, rates, kept, Span.ALWAYS, CHINA)
                            .toString());
        }
    }

    private static List<Consumed> told(Random random) {
        var told = new ArrayList<Consumed>();
        for (var i = 0; i < 40; i++) {
            var from = Chance.START + random.nextInt(200) * 900_000L;
            var until = from + (1 + random.nextInt(8)) * 900_000L;
            told.add(new Consumed(from, until, random.nextInt(5000), i, Status.values()[random.nextInt(20) / 6]));
            if (random.nextInt(3) == 0) {
                told.add(told.get(random.nextInt(told.size())));
            }
            if (random.nextInt(4) == 0) {
                told.add(new Consumed(from, until, random.nextInt(5000), 100 + i, Status.GOOD));
            }
        }
        Collections.shuffle(told, random);
        return told;
    }
}

package org.yiti.meters.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.interval.Shop.CHINA;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecomputePropertyTest {

    @Property(tries = 400)
    void anyOrderAnyNumberOfTimesAndAnyPartsGiveTheSameHoursToTheLastDigit(@ForAll long seed) {
        var chance = new Chance(seed);
        var meter = chance.meter();
        var rates = chance.rates();
        var shop = new Shop(meter, rates);
        var heard = chance.readings(60);

        for (var batch : chance.batches(heard)) {
            shop.take(batch);
            assertThat(shop.kept()).isEqualTo(shop.full());
        }

        var once = Derivation.hours(meter, rates, heard, CHINA);
        assertThat(shop.kept().toString()).isEqualTo(once.toString());
    }

    @Property(tries = 400)
    void nothingOutsideOfWhatIsTouchedChanges(@ForAll long seed) {
        var chance = new Chance(seed);
        var meter = chance.meter();
        var rates = chance.rates();
        var heard = chance.readings(60);
        var before = heard.subList(0, heard.size() - 1);
        var last = heard.subList(heard.size() - 1, heard.size());
        var spans = Touched.byReadings(meter, heard, last, CHINA);

        assertThat(outside(Derivation.hours(meter, rates, heard, CHINA), spans))
                .isEqualTo(outside(Derivation.hours(meter, rates, before, CHINA), spans));
    }

    @Property(tries = 400)
    void aHistoryPutRightTouchesWhatItSaysAndNothingElse(@ForAll long seed) {
        var chance = new Chance(seed);
        var before = chance.meter();
        var after = chance.changed(before);
        var heard = chance.readings(60);
        var rates = chance.rates();
        var spans = Touched.byHistory(before, after, heard, CHINA);

        assertThat(outside(Derivation.hours(after, rates, heard, CHINA), spans))
                .isEqualTo(outside(Derivation.hours(before, rates, heard, CHINA), spans));
    }

    @Property(tries = 300)
    void hoursAddUpToDaysDaysToMonthsAndAllToTheRegister(@ForAll long seed) {
        var chance = new Chance(seed);
        var meter = chance.meter();
        var heard = chance.readings(80);
        var hours = Derivation.hours(meter, chance.rates(), heard, CHINA);
        var days = Derivation.added(hours, Step.DAY, CHINA);
        var months = Derivation.added(days, Step.MONTH, CHINA);

        assertThat(sum(hours)).isEqualTo(sum(days)).isEqualTo(sum(months)).isEqualTo(byRegister(meter, heard));
        assertThat(hours.stream().mapToLong(Interval::costMicros).sum())
                .isEqualTo(months.stream().mapToLong(Interval::costMicros).sum());
        assertThat(Derivation.added(hours, Step.MONTH, CHINA))
                .map(Interval::nanos)
                .isEqualTo(months.stream().map(Interval::nanos).toList());
        assertThat(hours).allSatisfy(hour -> {
            assertThat(hour.nanos()).isNotNegative();
            assertThat(hour.coveredMillis()).isBetween(0L, Step.HOUR_MILLIS);
            assertThat(hour.is(Mark.PARTIAL)).isEqualTo(hour.coveredMillis() < Step.HOUR_MILLIS);
        });
    }

    private static BigInteger sum(List<Interval> intervals) {
        return intervals.stream().map(i -> BigInteger.valueOf(i.nanos())).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The plain definition, over registers alone. */
    private static BigInteger byRegister(MeterHistory meter, List<Reading> heard) {
        var shown = new TreeMap<Long, Long>();
        Effective.of(heard).forEach(point -> shown.put(point.atMillis(), point.register()));
        var total = BigInteger.ZERO;
        for (var one : meter.installations()) {
            var run = new TreeMap<>(shown.subMap(one.fromMillis(), one.untilMillis()));
            if (one.startRegister() != null) {
                run.put(one.fromMillis(), one.startRegister());
            }
            if (one.endRegister() != null && one.untilMillis() != Installation.OPEN) {
                run.put(one.untilMillis(), one.endRegister());
            }
            Long last = null;
            long lastAt = 0;
            for (var entry : run.entrySet()) {
                var register = entry.getValue();
                if (last != null) {
                    total = total.add(steps(meter, register - last, entry.getKey() - lastAt, one.ratioThousandths())
                            .multiply(BigInteger.valueOf(one.ratioThousandths() * 10_000)));
                }
                last = register;
                lastAt = entry.getKey();
            }
        }
        return total;
    }

    private static BigInteger steps(MeterHistory meter, long difference, long millis, long ratio) {
        if (difference >= 0) {
            return BigInteger.valueOf(difference);
        }
        var rolled = difference + 1_000_000;
        var hours = (millis + 3_599_999) / 3_600_000;
        var most = meter.mostPerHour() == null ? Double.MAX_VALUE : meter.mostPerHour() * hours * 100_000.0 / ratio;
        return BigInteger.valueOf(rolled <= 100_000 && rolled <= (long) most ? rolled : 0);
    }

    private static List<Interval> outside(List<Interval> hours, List<Span> spans) {
        return hours.stream()
                .filter(hour -> spans.stream().noneMatch(span -> span.covers(hour)))
                .toList();
    }
}

package org.yiti.meters.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.*;
import static org.yiti.meters.interval.Shop.CHINA;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.meters.Refuses;
import org.yiti.meters.interval.Installation.Beginning;
import org.yiti.meters.interval.Reading.Status;

class IntervalsTest {

    private static final MeterHistory METER = MeterHistory.simple("ELECTRICITY", "kWh", 2, 6);
    private static final Rates NONE = Rates.none("kWh");
    private final List<Reading> heard = new ArrayList<>();

    static long at(String time) {
        return OffsetDateTime.parse(time + ":00+08:00").toInstant().toEpochMilli();
    }

    private static long day(String time) {
        return at("2026-11-28T" + time);
    }

    private void hear(String time, String shown) {
        hear(time, shown, Status.GOOD);
    }

    private void hear(String time, String shown, Status status) {
        heard.add(new Reading(day(time), METER.register(new BigDecimal(shown), day(time)), heard.size(), status));
    }

    private List<Interval> hours(MeterHistory meter) {
        return Derivation.hours(meter, NONE, heard, CHINA);
    }

    private static List<String> amounts(List<Interval> intervals) {
        return intervals.stream()
                .map(interval -> interval.amount().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void anHourReadAtBothEndsIsMeasured() {
        hear("08:00", "100.00");
        hear("09:00", "112.34");

        var hour = hours(METER).get(0);

        assertThat(hour.startMillis()).isEqualTo(day("08:00"));
        assertThat(hour.amount()).isEqualByComparingTo("12.34");
        assertThat(hour.marks()).containsExactlyInAnyOrder(Mark.NO_TARIFF, Mark.NO_KGCE, Mark.NO_CO2);
        assertThat(hour.cost()).isEmpty();
        assertThat(hour.lineage().fromMillis()).isEqualTo(day("08:00"));
        assertThat(hour.lineage().untilMillis()).isEqualTo(day("09:00"));
        assertThat(hour.lineage().newest()).isEqualTo(1);
    }

    @Test
    void betweenReadingsConsumptionIsSpreadByTimeAndSaysSo() {
        hear("08:30", "100.00");
        hear("10:30", "104.01");

        var hours = hours(METER);

        assertThat(amounts(hours)).containsExactly("1.0025", "2.005", "1.0025");
        assertThat(hours).allMatch(hour -> hour.is(Mark.INTERPOLATED));
        assertThat(hours.get(0).is(Mark.PARTIAL)).isTrue();
        assertThat(hours.get(1).is(Mark.PARTIAL)).isFalse();
        assertThat(hours.get(1).is(Mark.IN_GAP)).isFalse();
    }

    @Test
    void aGapIsFilledEvenlyAndSaysSo() {
        hear("01:00", "0.00");
        hear("04:00", "0.10");

        assertThat(amounts(hours(METER))).containsExactly("0.033333333", "0.033333333", "0.033333334");
        assertThat(hours(METER)).allMatch(hour -> hour.is(Mark.IN_GAP));
    }

    @Test
    void aRegisterRollsOver() {
        hear("08:00", "9999.50");
        hear("09:00", "2.50");

        assertThat(amounts(hours(METER))).containsExactly("3");
        assertThat(hours(METER).get(0).is(Mark.ROLLED_OVER)).isTrue();
    }

    @Test
    void aFallThatNothingExplainsCountsNothing() {
        hear("08:00", "5000.00");
        hear("09:00", "4000.00");
        hear("10:00", "4001.00");

        assertThat(amounts(hours(METER))).containsExactly("0", "1");
        assertThat(hours(METER).get(0).marks()).contains(Mark.UNEXPLAINED_FALL, Mark.PARTIAL);
    }

    @Test
    void whatWasReceivedLaterCountsAndBothAreKept() {
        hear("08:00", "100.00");
        hear("09:00", "190.00");
        hear("09:00", "110.00");
        hear("09:00", "190.00");

        var hour = hours(METER).get(0);
        assertThat(hour.amount()).isEqualByComparingTo("10");
        assertThat(hour.is(Mark.CORRECTED_READING)).isTrue();
        assertThat(hour.lineage().newest()).isEqualTo(2);
    }

    @Test
    void aReadingTakenBackCountsNoMore() {
        hear("08:00", "100.00");
        hear("08:30", "900.00");
        hear("09:00", "110.00");
        assertThat(hours(METER).get(0).is(Mark.UNEXPLAINED_FALL)).isTrue();

        hear("08:30", "900.00", Status.WITHDRAWN);

        assertThat(amounts(hours(METER))).containsExactly("10");
        assertThat(hours(METER).get(0).is(Mark.UNEXPLAINED_FALL)).isFalse();
    }

    private static MeterHistory replaced(Long end, Long start, long ratio, Beginning beginning) {
        return new MeterHistory(
                "ELECTRICITY",
                "kWh",
                2,
                List.of(
                        new Installation(Installation.EVER, day("08:30"), null, end, 6, 1000, Beginning.INSTALLED),
                        new Installation(day("08:30"), Installation.OPEN, start, null, 6, ratio, beginning)),
                7_200_000,
                null);
    }

    @Test
    void aReplacementCountsTheOldMeterToItsEndAndTheNewOneFromItsStart() {
        hear("08:00", "500.00");
        hear("09:00", "3.00");

        var hour = hours(replaced(504_00L, 1_00L, 10_000, Beginning.REPLACED)).get(0);

        assertThat(hour.amount()).isEqualByComparingTo("24");
        assertThat(hour.marks()).contains(Mark.REPLACED).doesNotContain(Mark.UNEXPLAINED_FALL, Mark.PARTIAL);
        assertThat(hour.lineage().newest()).isEqualTo(1);
    }

    @Test
    void aResetOfWhichNobodyNotedTheEndLosesOnlyWhatNobodyKnows() {
        hear("08:00", "500.00");
        hear("09:00", "3.00");
        hear("10:00", "5.00");

        var hours = hours(replaced(null, 0L, 1000, Beginning.RESET));

        assertThat(amounts(hours)).containsExactly("3", "2");
        assertThat(hours.get(0).marks()).contains(Mark.RESET, Mark.PARTIAL);
        assertThat(hours.get(0).coveredMillis()).isEqualTo(1_800_000);
    }

    @Test
    void costAndCarbonFollowTheRateOfTheirHour() {
        var prices = new ArrayList<>(Collections.nCopies(24, 500_000L));
        prices.set(9, 1_234_567L);
        var rates = new Rates(
                "kWh",
                List.of(Rates.Tariff.flat(7, day("08:00"), 1), new Rates.Tariff(8, day("09:00"), prices)),
                List.of(new Rates.Factor(9, 0, 122_900)),
                List.of(new Rates.Factor(10, day("10:00"), 570_300)));
        hear("09:00", "0.00");
        hear("10:00", "10.00");
        hear("11:00", "11.00");

        var hours = Derivation.hours(METER, rates, heard, CHINA);

        assertThat(hours.get(0).cost()).contains(new BigDecimal("12.345670"));
        assertThat(hours.get(0).kgce()).contains(new BigDecimal("1.229000"));
        assertThat(hours.get(0).co2()).isEmpty();
        assertThat(hours.get(1).cost()).contains(new BigDecimal("0.500000"));
        assertThat(hours.get(1).co2()).contains(new BigDecimal("0.570300"));
        assertThat(hours.get(0).lineage().tariff()).isEqualTo(8);
        var day = Derivation.added(hours, Step.DAY, CHINA).get(0);
        assertThat(day.costMicros()).isEqualTo(12_845_670);
        assertThat(day.lineage().co2()).isEqualTo(Lineage.SEVERAL);
        assertThat(day.lineage().kgce()).isEqualTo(9);
        assertThat(day.is(Mark.PARTIAL)).isTrue();
    }

    @Test
    void fourQuartersOfAnHourAreTheHourHoweverRarelyTheMeterWasRead() {
        hear("08:00", "1.00");
        hear("08:20", "2.00");
        hear("09:10", "4.00");

        var quarters = Derivation.parts(Step.QUARTER_HOUR, METER, NONE, heard, Span.ALWAYS, CHINA);

        assertThat(amounts(quarters)).containsExactly("0.75", "0.65", "0.6", "0.6", "0.4");
        assertThat(quarters.get(4).coveredMillis()).isEqualTo(600_000);
        assertThat(quarters.get(4).marks()).contains(Mark.PARTIAL);
        assertThat(amounts(Derivation.added(quarters, Step.DAY, CHINA)))
                .isEqualTo(amounts(Derivation.added(hours(METER), Step.DAY, CHINA)));
    }

    @Test
    void aDayBeginsAtMidnightInChinaAndAMonthOnItsFirst() {
        heard.add(Reading.good(at("2026-10-31T23:00"), 0, 0));
        heard.add(Reading.good(at("2026-11-01T01:00"), 200, 1));

        var hours = hours(METER);
        var days = Derivation.added(hours, Step.DAY, CHINA);
        var months = Derivation.added(hours, Step.MONTH, CHINA);

        assertThat(amounts(days)).containsExactly("1", "1");
        assertThat(days.get(1).startMillis()).isEqualTo(at("2026-11-01T00:00"));
        assertThat(months).map(Interval::startMillis).containsExactly(at("2026-10-01T00:00"), at("2026-11-01T00:00"));
        assertThat(months.get(1).endMillis()).isEqualTo(at("2026-12-01T00:00"));
    }

    @Test
    void aClockThatWasWrongDoesNotFillTheBooks() {
        hear("08:00", "1.00");
        heard.add(Reading.good(at("2099-01-01T00:00"), 200, 99));
        heard.add(Reading.good(at("1991-01-01T00:00"), 0, 98));

        assertThat(hours(METER)).isEmpty();
    }

    @Test
    void garbageInARegisterIsMarkedAndBlocksNothing() {
        heard.add(Reading.good(day("08:00"), 0, 0));
        heard.add(Reading.good(day("09:00"), 999_999_999_999_999L, 1));
        var huge = new MeterHistory(
                "E",
                "kWh",
                0,
                List.of(new Installation(
                        Installation.EVER, Installation.OPEN, null, null, 15, 100_000_000_000L, Beginning.INSTALLED)),
                1,
                1L);

        var hour = Derivation.hours(huge, NONE, heard, CHINA).get(0);

        assertThat(hour.marks()).contains(Mark.IMPLAUSIBLE, Mark.PARTIAL);
        assertThat(hour.nanos()).isZero();
    }

    @Test
    void moreThanTheRatedLoadCountsAndIsMarked() {
        hear("08:00", "0.00");
        hear("09:00", "51.00");
        var rated = new MeterHistory("ELECTRICITY", "kWh", 2, METER.installations(), 7_200_000, 50L);

        assertThat(hours(rated).get(0).is(Mark.IMPLAUSIBLE)).isTrue();
        assertThat(amounts(hours(rated))).containsExactly("51");
    }

    @Test
    void noFigureIsRoundedIntoTheRegister() {
        assertThat(METER.register(new BigDecimal("12.3400"), 0)).isEqualTo(1234);
        Refuses.with(REGISTER_TOO_FINE, () -> METER.register(new BigDecimal("12.345"), 0));
        Refuses.with(REGISTER_TOO_LARGE, () -> METER.register(new BigDecimal("10000.00"), 0));
        Refuses.with(REGISTER_TOO_LARGE, () -> METER.register(new BigDecimal("1e999999999"), 0));
        Refuses.with(REGISTER_TOO_LARGE, () -> METER.register(new BigDecimal("-1"), 0));
        Refuses.with(REGISTER_TOO_LARGE, () -> Reading.good(Long.MAX_VALUE, 0, 0));
        Refuses.with(REGISTER_TOO_LARGE, () -> Reading.good(Long.MIN_VALUE, 0, 0));
    }

    @Test
    void whatCannotBeIsRefused() {
        Refuses.with(UNIT_DIFFERS, () -> Derivation.hours(METER, Rates.none("m³"), heard, CHINA));
        Refuses.with(HISTORY_MALFORMED, () -> replaced(1_000_000L, 0L, 1000, Beginning.RESET));
        Refuses.with(HISTORY_MALFORMED, () -> replaced(0L, 0L, 0, Beginning.RESET));
        Refuses.with(
                RATES_MALFORMED, () -> new Rates("kWh", List.of(Rates.Tariff.flat(1, 5, 1)), List.of(), List.of()));
        Refuses.with(RATES_MALFORMED, () -> Rates.Tariff.flat(1, 0, -1));
    }

    @Test
    void aNewRateTouchesWhatComesAfterIt() {
        var before = new Rates("kWh", List.of(Rates.Tariff.flat(1, 0, 1)), List.of(), List.of());
        var after = new Rates(
                "kWh",
                List.of(Rates.Tariff.flat(1, 0, 1), Rates.Tariff.flat(2, day("08:00"), 2)),
                List.of(),
                List.of());

        assertThat(Touched.byRates(before, after)).containsExactly(new Span(day("08:00"), Long.MAX_VALUE));
        assertThat(Touched.byRates(before, before)).isEmpty();
    }

    @Test
    void aReadingTouchesNoMoreThanItsNeighbours() {
        for (var hour = 0; hour < 24; hour++) {
            heard.add(Reading.good(day("00:00") + hour * 3_600_000L, hour * 100L, hour));
        }
        var late = List.of(Reading.good(day("08:20"), 850, 99));
        heard.addAll(late);

        assertThat(Touched.byReadings(METER, heard, late, CHINA)).containsExactly(new Span(day("08:00"), day("09:00")));
        assertThat(Touched.byReadings(METER, heard, List.of(heard.get(5)), CHINA))
                .containsExactly(new Span(day("04:00"), day("06:00")));
    }

    @Test
    void aReadingThatIsHeardAgainTouchesNothing() {
        hear("08:00", "1.00");
        hear("09:00", "2.00");
        hear("10:00", "3.00");
        hear("09:00", "2.00");

        assertThat(Touched.byReadings(METER, heard, List.of(heard.get(3)), CHINA))
                .isEmpty();
        assertThat(Touched.byReadings(METER, heard, List.of(heard.get(1)), CHINA))
                .hasSize(1);
    }
}

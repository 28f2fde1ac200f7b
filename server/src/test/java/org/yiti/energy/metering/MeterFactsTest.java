package org.yiti.energy.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiti.energy.facts.MeterFolding;
import org.yiti.meters.interval.Reading.Status;

/** Readings of registers, stored and made into days, become facts: whatever comes late, twice, corrected, and is killed between. */
class MeterFactsTest {

    /** Midnight of 2026-08-01 here. */
    private static final Instant START = Instant.parse("2026-07-31T16:00:00Z");

    private static final int DAYS = 60;

    private final Metering metering = new Metering();

    private MeterFolding folding(Metering of) {
        return new MeterFolding(of.source, START.plus(Duration.ofDays(DAYS)));
    }

    private static int amount(int day, int hour, Random noise) {
        if (day >= 50 && day < 54) {
            return 0;
        }
        var night = hour < 5;
        var forgotten = night && day >= 30 && day < 37 ? 600 : 0;
        return (night ? 440 : 1500) + noise.nextInt(40) + forgotten;
    }

    /** Two months by the hour: seven nights in which something is left on, then two days unheard, four standing still. */
    private static List<Told> walk(MeterFile meter) {
        var noise = new Random(7);
        var told = new ArrayList<Told>();
        var register = 100_000L;
        for (var hour = 0; hour <= DAYS * 24; hour++) {
            var day = hour / 24;
            if (day != 44 && day != 45) {
                told.add(Metering.shows(
                        meter,
                        START.plus(Duration.ofHours(hour)),
                        BigDecimal.valueOf(register, 2).toPlainString(),
                        Status.GOOD));
            }
            register += amount(day, hour % 24, noise);
        }
        return told;
    }

    @Test
    void nightsAboveTheUsualAGapAndAStandstillAreFacts() {
        metering.bring(walk(metering.file(metering.meter("A"))));

        var folding = folding(metering).fold();

        assertThat(folding.kinds()).contains("meter.night", "meter.missing", "meter.zero");
        assertThat(metering.database
                        .sql(
                                "select nights || ' ' || round(usual) || ' ' || (started_at at time zone 'Asia/Shanghai')::date from facts.meter_night")
                        .query(String.class)
                        .list())
                .containsExactly("7 23 2026-08-31");
        assertThat(metering.database
                        .sql("select round(hours) from facts.meter_standstill")
                        .query(Integer.class)
                        .list())
                .containsExactly(96);
        // What the register did over the gap is known, not when: its hours are none.
        assertThat(metering.database
                        .sql("select round(hours) from facts.meter_missing where settled")
                        .query(Integer.class)
                        .list())
                .containsExactly(49);
        assertThat(folding.events).anyMatch(event -> event.ledger().equals("energy.meter_fact"));
        assertThat(folding.count("meter_due")).isZero();
    }

    @Test
    void anyOrderAnyRepetitionAndAnyKillLeaveTheSameFacts() {
        metering.bring(walk(metering.file(metering.meter("A"))));
        var inOrder = folding(metering).fold().facts();
        assertThat(inOrder).isNotEmpty();

        for (var seed = 1; seed <= 3; seed++) {
            var other = new Metering();
            var random = new Random(seed);
            var anyhow = new ArrayList<>(walk(other.file(other.meter("A"))));
            anyhow.addAll(List.copyOf(anyhow.subList(0, 300)));
            if (seed == 1) {
                Collections.rotate(anyhow, 700);
            } else {
                Collections.shuffle(anyhow, random);
            }
            for (var from = 0; from < anyhow.size(); from += 150) {
                other.bring(anyhow.subList(from, Math.min(anyhow.size(), from + 150)));
                switch (random.nextInt(4)) {
                    case 0 -> folding(other).foldAndDie();
                    case 1 -> {} // more comes before it is folded
                    default -> folding(other).fold();
                }
            }
            assertThat(folding(other).fold().facts()).isEqualTo(inOrder);
            assertThat(folding(other).count("meter_due")).isZero();
        }
    }

    @Test
    void whatAKilledServerWasFoldingIsFoldedAgainAndOnce() {
        metering.bring(walk(metering.file(metering.meter("A"))));
        folding(metering).foldAndDie();
        assertThat(folding(metering).facts()).isEmpty();
        assertThat(folding(metering).count("meter_due")).isPositive();

        var facts = folding(metering).fold().facts();

        assertThat(facts).isNotEmpty().isEqualTo(folding(metering).fold().facts());
    }

    @Test
    void aCorrectionAndAReplacementLeaveWhatEverythingTogetherMakes() {
        var meter = metering.meter("A");
        var walk = walk(metering.file(meter));
        metering.bring(walk);
        var folding = folding(metering).fold();
        var before = folding.facts();

        // The seventh of the nights was read too high: from midnight on it showed what it shows at five.
        var first = 36 * 24;
        for (var hour = 1; hour < 5; hour++) {
            metering.bring(Metering.shows(
                    metering.file(meter),
                    walk.get(first + hour).at(),
                    walk.get(first).value().toPlainString(),
                    Status.GOOD));
        }
        metering.bring(Metering.shows(
                metering.file(meter),
                walk.get(first + 5).at(),
                walk.get(first).value().toPlainString(),
                Status.GOOD));
        replaced(meter, walk.get(20 * 24));
        metering.again(List.of(meter));
        var bitByBit = folding(metering).fold().facts();

        assertThat(bitByBit).isNotEqualTo(before);
        metering.database
                .sql("update energy.meter_fold set detector = 'of last year'")
                .update();
        metering.database
                .sql("delete from energy.meter_fact where kind = 'meter.zero'")
                .update();
        assertThat(folding(metering).addThoseOfOthers()).isEqualTo(1);
        assertThat(folding(metering).fold().facts()).isEqualTo(bitByBit);
        assertThat(metering.database
                        .sql("select nights::int from facts.meter_night")
                        .query(Integer.class)
                        .list())
                .containsExactly(6);
    }

    /** The register began again at what it showed: nothing is consumed otherwise, and its days are made anew. */
    private void replaced(UUID meter, Told at) {
        metering.database
                .sql("""
                        insert into energy.installation (institution_id, meter_id, begins_at, kind, end_register, start_register)
                        values (?, ?, ?::timestamptz, 'REPLACED', ?, ?)
                        """)
                .params(metering.institution, meter, at.at().toString(), at.value(), at.value())
                .update();
    }

    @Test
    void aMeterThatReportsByItselfFallsSilentWithoutSayingAnythingMore() {
        var meter = metering.meter("A");
        var walk = walk(metering.file(meter)).subList(0, 240);
        metering.bring(walk);
        var last = walk.get(walk.size() - 1).at();
        var soon = new MeterFolding(metering.source, last.plus(Duration.ofHours(3)));
        soon.fold();
        assertThat(soon.kinds()).doesNotContain("meter.missing open");
        assertThat(soon.addSilent(last.plus(Duration.ofHours(3)))).isZero();

        var later = new MeterFolding(metering.source, last.plus(Duration.ofHours(30)));
        assertThat(later.addSilent(last.plus(Duration.ofHours(30)))).isEqualTo(1);
        later.fold();
        assertThat(later.kinds()).contains("meter.missing open");
        assertThat(later.addSilent(last.plus(Duration.ofHours(30)))).isZero();

        metering.bring(walk(metering.file(meter)).subList(270, 280));
        later.fold();
        assertThat(later.kinds()).contains("meter.missing").doesNotContain("meter.missing open");
    }

    @Test
    void importedHoursThatEndAreNoSilence() {
        var meter = metering.meter("A");
        metering.database.sql("""
                        insert into energy.reading (meter_id, at, amount)
                        select ?, timestamptz '2026-08-01 00:00+08' + make_interval(hours => h), 5 from generate_series(0, 239) h
                        """).param(meter).update();

        var folding = new MeterFolding(metering.source, Metering.NOW).fold();

        assertThat(folding.kinds()).doesNotContain("meter.missing open");
        assertThat(folding.addSilent(Metering.NOW)).isZero();
        assertThat(folding.count("meter_fold")).isEqualTo(1);
    }
}

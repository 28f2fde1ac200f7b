package org.yiti.meters.interval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.yiti.meters.interval.Installation.Beginning;
import org.yiti.meters.interval.Reading.Status;

/** Meters and what they send, as bad as it gets; the same for the same seed. */
final class Chance {

    static final long START = 1_795_795_200_000L;
    private static final long TEN_MINUTES = 600_000;
    private static final int DIGITS = 6;
    private static final long MODULUS = 1_000_000;

    private final Random random;
    private long received;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Two days before the end of a month to two days after. */
    MeterHistory meter() {
        var installations = new ArrayList<Installation>();
        var from = random.nextBoolean() ? Installation.EVER : START - 3_600_000L * random.nextInt(5);
        var count = 1 + random.nextInt(3);
        for (var i = 0; i < count; i++) {
            var last = i == count - 1;
            var until = last ? Installation.OPEN : START + (i + 1) * 20 * 3_600_000L + random.nextInt(3_600_000);
            installations.add(new Installation(
                    from,
                    until,
                    from == Installation.EVER || random.nextInt(4) == 0 ? null : (long) random.nextInt(1000),
                    last || random.nextInt(3) == 0 ? null : (long) random.nextInt((int) MODULUS),
                    DIGITS,
                    List.of(1000L, 30_000L, 1234L).get(random.nextInt(3)),
                    Beginning.values()[random.nextInt(4)]));
            from = until + (random.nextInt(4) == 0 ? 5_000_000L : 0);
        }
        return new MeterHistory("ELECTRICITY", "kWh", 2, installations, 7_200_000, random.nextBoolean() ? null : 500L);
    }

    Rates rates() {
        var hourly = new ArrayList<Long>();
        for (var hour = 0; hour < 24; hour++) {
            hourly.add(300_000L + random.nextInt(900_000));
        }
        return new Rates(
                "kWh",
                List.of(Rates.Tariff.flat(1, START, 612_345), new Rates.Tariff(2, START + 30 * 3_600_000L, hourly)),
                List.of(new Rates.Factor(3, 0, 122_900)),
                List.of(new Rates.Factor(4, START + 40 * 3_600_000L, 536_600)));
    }

    /** What was heard, in the order in which it was heard. */
    List<Reading> readings(int count) {
        var heard = new ArrayList<Reading>();
        var register = (long) random.nextInt((int) MODULUS);
        var at = START;
        for (var i = 0; i < count; i++) {
            at += random.nextInt(8) == 0 ? random.nextInt(20_000_000) : TEN_MINUTES * (1 + random.nextInt(6));
            register = (register + random.nextInt(3000)) % MODULUS;
            var shown = random.nextInt(25) == 0 ? random.nextInt((int) MODULUS) : register;
            heard.add(new Reading(at, shown, 0, status()));
            if (random.nextInt(6) == 0) {
                heard.add(new Reading(at, random.nextInt((int) MODULUS), 0, status()));
            }
            if (random.nextInt(5) == 0) {
                heard.add(heard.get(random.nextInt(heard.size())));
            }
        }
        Collections.shuffle(heard, random);
        return heard.stream()
                .map(one -> new Reading(one.atMillis(), one.register(), received++, one.status()))
                .toList();
    }

    private Status status() {
        return random.nextInt(12) == 0 ? Status.values()[1 + random.nextInt(3)] : Status.GOOD;
    }

    /** In any order, some of it twice, in batches of any size. */
    List<List<Reading>> batches(List<Reading> heard) {
        var order = new ArrayList<>(heard);
        for (var i = 0; i < heard.size() / 4; i++) {
            order.add(heard.get(random.nextInt(heard.size())));
        }
        Collections.shuffle(order, random);
        var batches = new ArrayList<List<Reading>>();
        for (var from = 0; from < order.size(); ) {
            var to = Math.min(order.size(), from + 1 + random.nextInt(12));
            batches.add(List.copyOf(order.subList(from, to)));
            from = to;
        }
        return batches;
    }

    MeterHistory changed(MeterHistory meter) {
        var installations = new ArrayList<>(meter.installations());
        var index = random.nextInt(installations.size());
        var one = installations.get(index);
        var cut = START + 3_600_000L * 4 + random.nextInt(90_000_000);
        if (random.nextBoolean() || !one.covers(cut) || one.fromMillis() == cut) {
            installations.set(
                    index,
                    new Installation(
                            one.fromMillis(),
                            one.untilMillis(),
                            one.startRegister() == null ? null : one.startRegister() + 1,
                            one.endRegister(),
                            one.digits(),
                            one.ratioThousandths() + random.nextInt(2),
                            one.beginning()));
        } else {
            installations.set(
                    index,
                    new Installation(
                            one.fromMillis(),
                            cut,
                            one.startRegister(),
                            77L,
                            one.digits(),
                            one.ratioThousandths(),
                            one.beginning()));
            installations.add(
                    index + 1,
                    new Installation(
                            cut,
                            one.untilMillis(),
                            5L,
                            one.endRegister(),
                            one.digits(),
                            one.ratioThousandths(),
                            Beginning.REPLACED));
        }
        return new MeterHistory(
                meter.kind(),
                meter.unit(),
                meter.decimals(),
                installations,
                meter.longestMillis(),
                meter.mostPerHour());
    }
}

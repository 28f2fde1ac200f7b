package org.yiti.meters.interval;

import static org.yiti.meters.MeterRefusal.HISTORY_MALFORMED;
import static org.yiti.meters.MeterRefusal.REGISTER_TOO_FINE;
import static org.yiti.meters.MeterRefusal.REGISTER_TOO_LARGE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;

/**
 * What a meter is and was.
 *
 * @param kind of energy, as the ledger has it
 * @param decimals of the register
 * @param longestMillis readings further apart than that leave a gap: what lies in it is spread evenly, and says so
 * @param mostPerHour units of consumption no hour can exceed (rated load); none where nobody knows
 */
public record MeterHistory(
        String kind,
        String unit,
        int decimals,
        List<Installation> installations,
        long longestMillis,
        @Nullable Long mostPerHour) {

    private static final int MOST_DECIMALS = 6;
    private static final long MOST_RATIO_THOUSANDTHS = 100_000_000_000L;

    public MeterHistory {
        installations = List.copyOf(installations);
        require(decimals >= 0 && decimals <= MOST_DECIMALS, "decimals");
        require(longestMillis > 0, "longest");
        require(mostPerHour == null || mostPerHour > 0, "most per hour");
        var until = Installation.EVER;
        for (var installation : installations) {
            require(installation.fromMillis() >= until, "one begins before another ends");
            require(installation.untilMillis() > installation.fromMillis(), "one ends before it begins");
            require(installation.digits() >= 1 && installation.digits() <= Installation.MOST_DIGITS, "digits");
            require(
                    installation.ratioThousandths() > 0 && installation.ratioThousandths() <= MOST_RATIO_THOUSANDTHS,
                    "ratio");
            requireRegister(installation, installation.startRegister());
            requireRegister(installation, installation.endRegister());
            until = installation.untilMillis();
        }
    }

    /** A meter that hangs there as long as anybody knows. */
    public static MeterHistory simple(String kind, String unit, int decimals, int digits) {
        var ever = new Installation(
                Installation.EVER, Installation.OPEN, null, null, digits, 1000, Installation.Beginning.INSTALLED);
        return new MeterHistory(kind, unit, decimals, List.of(ever), 2 * 3_600_000L, null);
    }

    /** A figure in the register's smallest steps; nothing is rounded away, and nothing taken that cannot stand there. */
    public long register(BigDecimal shown, long atMillis) {
        var digits = at(atMillis).map(Installation::digits).orElse(Installation.MOST_DIGITS);
        if (shown.precision() - shown.scale() > Installation.MOST_DIGITS || shown.signum() < 0) {
            throw new MeterRefused(REGISTER_TOO_LARGE, Map.of("register", shown));
        }
        if (shown.stripTrailingZeros().scale() > decimals) {
            throw new MeterRefused(REGISTER_TOO_FINE, Map.of("register", shown, "decimals", decimals));
        }
        var steps = shown.movePointRight(decimals).toBigInteger();
        if (steps.bitLength() > 62 || steps.toString().length() > digits) {
            throw new MeterRefused(REGISTER_TOO_LARGE, Map.of("register", shown));
        }
        return steps.longValue();
    }

    Optional<Installation> at(long atMillis) {
        return installations.stream()
                .filter(installation -> installation.covers(atMillis))
                .findFirst();
    }

    /** What one step of the register is worth, in billionths of the unit. */
    long nanosPerStep(Installation installation) {
        var nanos = installation.ratioThousandths();
        for (var i = decimals; i < MOST_DECIMALS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Steps that the rated load makes in that time, begun hours counted whole. */
    long mostPlausibleSteps(long lengthMillis, long nanosPerStep) {
        if (mostPerHour == null) {
            return Long.MAX_VALUE;
        }
        var hours = (lengthMillis + Step.HOUR_MILLIS - 1) / Step.HOUR_MILLIS;
        return (long) Math.min((double) mostPerHour * hours * 1e9 / nanosPerStep, Long.MAX_VALUE);
    }

    private static void requireRegister(Installation installation, @Nullable Long register) {
        require(register == null || register >= 0 && register < installation.modulus(), "register");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new MeterRefused(HISTORY_MALFORMED, Map.of("what", what));
        }
    }
}

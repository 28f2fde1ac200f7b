package org.yiti.meters.interval;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.interval.Rates.Factor;
import org.yiti.meters.interval.Rates.Tariff;

/** Walks through dated rates as the hours go by; hours must come in order. */
final class RatesInForce {

    private final Walk<Tariff> tariffs;
    private final Walk<Factor> kgce;
    private final Walk<Factor> co2;

    RatesInForce(Rates rates) {
        this.tariffs = new Walk<>(rates.tariffs(), Tariff::fromMillis);
        this.kgce = new Walk<>(rates.kgce(), Factor::fromMillis);
        this.co2 = new Walk<>(rates.co2(), Factor::fromMillis);
    }

    @Nullable
    Tariff tariff(long hour) {
        return tariffs.at(hour);
    }

    @Nullable
    Factor kgce(long hour) {
        return kgce.at(hour);
    }

    @Nullable
    Factor co2(long hour) {
        return co2.at(hour);
    }

    private static final class Walk<T> {

        private final List<T> dated;
        private final ToLongFunction<T> from;
        private int next;

        Walk(List<T> dated, ToLongFunction<T> from) {
            this.dated = dated;
            this.from = from;
        }

        @Nullable
        T at(long hour) {
            while (next < dated.size() && from.applyAsLong(dated.get(next)) <= hour) {
                next++;
            }
            return next == 0 ? null : dated.get(next - 1);
        }
    }
}

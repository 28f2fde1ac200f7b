package org.yiti.jt808.command;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Explanation;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Explained.Shape;

/**
 * A frame in the dialect that leaves the fewest of its bytes without a name: the first of those that do it equally well, so
 * the standard wherever it suffices.
 *
 * @param isGuess whether it is not the first of them
 * @param refused why it is bad all the same, as when the standard refuses what a lenient dialect reads
 */
record Choice(
        Jt808 jt808,
        Explanation explanation,
        boolean isGuess,
        @Nullable Refused refused) {

    private static final int NOT_READ = Integer.MAX_VALUE;

    static Choice of(Bytes content, List<Dialect> tried, @Nullable Version asked) {
        return of(tried, asked, jt808 -> jt808.explain(content, null));
    }

    /** Of a message that was put together. */
    static Choice of(Packet whole, List<Dialect> tried, @Nullable Version asked) {
        return of(tried, asked, jt808 -> jt808.explain(whole, null));
    }

    private static Choice of(List<Dialect> tried, @Nullable Version asked, Function<Jt808, Explanation> explain) {
        Choice best = null;
        Refused strict = null;
        var least = 0;
        for (var dialect : tried) {
            var jt808 = asked == null ? new Jt808(dialect) : new Jt808(dialect).in(asked);
            var explanation = explain.apply(jt808);
            var nameless = explanation.problem() != null ? NOT_READ : nameless(explanation.body());
            if (best == null) {
                strict = explanation.problem();
            }
            if (best == null || nameless < least) {
                var refused = isBad(explanation) && strict != null ? strict : explanation.problem();
                best = new Choice(jt808, explanation, best != null, refused);
                least = nameless;
            }
        }
        return Objects.requireNonNull(best);
    }

    /** A wrong count is put up with; a wrong length means that bytes were lost or added on the way. */
    private static boolean isBad(Explanation explanation) {
        return explanation.deviations().stream().anyMatch(one -> one.refusal() == Refusal.LENGTH_DIFFERS);
    }

    private static int nameless(List<Explained> fields) {
        var bytes = 0;
        for (var field : fields) {
            var isNameless = field.shape() == Shape.UNKNOWN || field.shape() == Shape.REST || isContent(field);
            bytes += isNameless ? field.raw().length() : nameless(field.parts());
        }
        return bytes;
    }

    /** The whole body of a message nobody knows. */
    private static boolean isContent(Explained field) {
        return field.key().equals("content") || field.key().equals("tail");
    }

    Choice but(Refused reason) {
        return new Choice(jt808, explanation, isGuess, reason);
    }
}

package org.yiti.supervision.campaigns.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** What is looked at on the spot; {@code standards/checklists.yml} has them, a campaign keeps the one it was planned with. */
public record Checklist(String id, int version, Label title, String basis, List<Item> items) {

    public enum Kind {
        YES_NO,
        NUMBER,
        TEXT
    }

    public enum Photo {
        NONE,
        ON_FAILURE,
        ALWAYS
    }

    public enum Result {
        PASS,
        FAIL,
        NOT_APPLICABLE,
        /** Said, and nothing to be judged. */
        NOTED
    }

    /**
     * @param confirmed false for what is known from memory only: it is shown with its question and never asked
     * @param parameter the number of the law it is held to; null where there is none
     * @param most whether the number is the most that is allowed; the least otherwise
     * @param rule that looks for the same thing in the ledgers
     */
    public record Item(
            String code,
            Label title,
            Kind kind,
            Photo photo,
            BigDecimal weight,
            String clause,
            boolean confirmed,
            String severity,
            int dueDays,
            @Nullable String unit,
            @Nullable String parameter,
            boolean most,
            @Nullable String rule) {

        /**
         * @param said YES, NO or NOT_APPLICABLE; null for numbers and texts
         * @param limit in force where the visit is
         */
        public Optional<Result> judge(
                @Nullable String said, @Nullable BigDecimal number, @Nullable String text, @Nullable BigDecimal limit) {
            if ("NOT_APPLICABLE".equals(said)) {
                return Optional.of(Result.NOT_APPLICABLE);
            }
            return switch (kind) {
                case YES_NO ->
                    "YES".equals(said)
                            ? Optional.of(Result.PASS)
                            : "NO".equals(said) ? Optional.of(Result.FAIL) : Optional.empty();
                case NUMBER -> Optional.ofNullable(number).map(measured -> held(measured, limit));
                case TEXT ->
                    Optional.ofNullable(text).filter(words -> !words.isBlank()).map(words -> Result.NOTED);
            };
        }

        private Result held(BigDecimal measured, @Nullable BigDecimal limit) {
            if (limit == null) {
                return Result.NOTED;
            }
            var over = measured.compareTo(limit);
            return (most ? over <= 0 : over >= 0) ? Result.PASS : Result.FAIL;
        }

        public boolean wantsPhoto(Result result) {
            return result != Result.NOT_APPLICABLE
                    && (photo == Photo.ALWAYS || (photo == Photo.ON_FAILURE && result == Result.FAIL));
        }
    }

    /** What can be asked: what is to be confirmed is not held against anybody. */
    public List<Item> asked() {
        return items.stream().filter(Item::confirmed).toList();
    }
}

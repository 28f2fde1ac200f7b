package org.yiti.supervision.campaigns.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/**
 * When a phone says that something was seen: not before anybody was sent there, and not in the future. Clocks of phones
 * differ by minutes; one that differs by more is to be set right before it bears witness.
 */
@Component
class SaidWhen {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final JdbcClient database;

    SaidWhen(JdbcClient database) {
        this.database = database;
    }

    /** @param now when it came */
    void check(UUID visit, List<AnswerVisit.Said> answers, Instant now) {
        var drawn = database.sql("""
                        select d.drawn_at from supervision.visit v
                          join supervision.campaign_draw d on d.campaign_id = v.campaign_id and d.n = v.draw where v.id = :id
                        """).param("id", visit).query(Instant.class).single();
        var wrong = IntStream.range(0, answers.size())
                .mapToObj(n -> problem(n, answers.get(n).at().toInstant(), drawn, now))
                .filter(Objects::nonNull)
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(SupervisionRefusal.VISIT_ANSWER_TIME_WRONG, Map.of("wrong", wrong.size()), wrong);
        }
    }

    private static Refused.@Nullable FieldProblem problem(int n, Instant at, Instant drawn, Instant now) {
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
            return located(
                    n,
                    "检查时间晚于现在：请校准手机时钟，再重新点选这一项",
                    "seen in the future: set the clock of the phone and answer the item anew");
        }
        if (at.isBefore(drawn.minus(CLOCKS_DIFFER))) {
            return located(
                    n,
                    "检查时间早于抽取：请校准手机时钟，再重新点选这一项",
                    "seen before the visit was drawn: set the clock of the phone and answer the item anew");
        }
        return null;
    }

    private static Refused.FieldProblem located(int n, String zh, String en) {
        return new Refused.FieldProblem("/answers/" + n + "/at", new Label(zh, en).in(LocaleContextHolder.getLocale()));
    }
}

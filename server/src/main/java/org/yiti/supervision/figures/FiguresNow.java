package org.yiti.supervision.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Label;
import org.yiti.law.Asked;
import org.yiti.law.LawBook;
import org.yiti.law.Metric;

/**
 * Figures of the dictionary as they are this minute, unit by unit: what is shown beside a list is counted when the list is,
 * and not by night.
 */
@Component
public class FiguresNow {

    /** A figure as of a day. */
    public record Wanted(String metric, LocalDate day) {}

    /** What the dictionary says of a figure. */
    public record Words(String id, Label title, Label unit, Label formula, String source) {}

    /**
     * @param top what it counts, or what is divided by {@code bottom}
     */
    public record OfUnit(
            String metric,
            LocalDate day,
            UUID institution,
            BigDecimal top,
            @Nullable BigDecimal bottom) {}

    private final LawBook law;
    private final JdbcClient database;
    private final TransactionOperations apart;

    FiguresNow(LawBook law, JdbcClient database, PlatformTransactionManager transactions) {
        this.law = law;
        this.database = database;
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart = template;
    }

    public Words words(String id) {
        var metric = metric(id);
        return new Words(metric.id(), metric.title(), metric.unit(), metric.formula(), metric.source());
    }

    /** @param within the part of the tree that may be told; null for all of it */
    public List<OfUnit> ask(Collection<Wanted> wanted, @Nullable Set<UUID> within) {
        var question = wanted.stream().map(this::question).collect(Collectors.joining("\nunion all\n"));
        return Unscoped.because(
                "a figure is worked out from facts, which nobody reads but rules; it is cut to the part of the tree here",
                () -> apart.execute(status -> asked(question, within)));
    }

    private List<OfUnit> asked(String question, @Nullable Set<UUID> within) {
        database.sql("set local timezone = 'Asia/Shanghai'").update();
        database.sql("set local search_path = facts").update();
        database.sql("set local role rule_reader").update();
        return database.sql("select * from (" + question + ") f where :all or f.institution = any (:within)")
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .query(OfUnit.class)
                .list();
    }

    private String question(Wanted wanted) {
        return "select '%1$s' as metric, date '%2$s' as day, f.institution_id as institution, f.top::numeric, f.bottom::numeric from (\n%3$s\n) f where f.institution_id is not null"
                .formatted(
                        wanted.metric(),
                        wanted.day(),
                        Asked.on(wanted.day(), null, metric(wanted.metric()).figure()));
    }

    private Metric metric(String id) {
        return law.metrics().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The dictionary has no " + id));
    }
}

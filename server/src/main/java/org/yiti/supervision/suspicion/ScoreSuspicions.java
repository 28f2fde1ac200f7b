package org.yiti.supervision.suspicion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiti.law.Asked;
import org.yiti.law.LawBook;
import org.yiti.law.SuspicionModel;
import org.yiti.supervision.Swept;

/**
 * Works out after every sweep how much speaks against whom.
 *
 * <p>A sign weighs as much as the law book says: how likely it is, seen alone, that there is something to it. Signs in one
 * record (the same trip, the same filling) count once, by the strongest, whichever models and rules saw them. Records of
 * one kind of evidence have causes in common, so that together they say no more than the cap of their kind. Kinds are
 * taken as independent: {@code score = 1 − Π over kinds (1 − min(cap, 1 − Π over records (1 − weight)))}, the noisy-or of
 * J. Pearl, Probabilistic Reasoning in Intelligent Systems (1988), § 4.3.2. What a unit has is the sum over its vehicles:
 * how many of them are to be expected to have something to it.
 */
@Component
class ScoreSuspicions {

    private static final Logger log = LoggerFactory.getLogger(ScoreSuspicions.class);

    private final LawBook law;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    ScoreSuspicions(LawBook law, JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.law = law;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the rules found stands, whatever becomes of this. */
    @EventListener
    void after(Swept swept) {
        try {
            score(swept.asOf());
        } catch (RuntimeException e) {
            log.error("Suspicions cannot be scored", e);
        }
    }

    void score(LocalDate asOf) {
        transaction.executeWithoutResult(status -> {
            var started = clock.millis();
            jdbc.sql("select pg_advisory_xact_lock(hashtext('score suspicions'))")
                    .query()
                    .listOfRows();
            jdbc.sql("set local timezone = 'Asia/Shanghai'").update();
            jdbc.sql("create temp table sign (model text, signal text, evidence text, rule text) on commit drop")
                    .update();
            jdbc.sql("""
                            create temp table seen (model text, signal text, subject_id uuid, institution_id uuid, at timestamptz, fact text,
                                                    seen_on date, finding_id uuid, order_no text, told_zh text, told_en text) on commit drop
                            """).update();
            jdbc.sql("grant insert on pg_temp.seen to rule_reader").update();
            law.models().forEach(model -> ask(model, asOf));
            jdbc.sql(ScoringSql.FINDINGS).update();
            jdbc.sql("delete from supervision.contribution").update();
            var rows = jdbc.sql(ScoringSql.CONTRIBUTIONS).param("as_of", asOf).update();
            jdbc.sql("delete from supervision.suspicion").update();
            jdbc.sql(ScoringSql.SCORES).param("as_of", asOf).update();
            jdbc.sql(ScoringSql.UNITS).param("as_of", asOf).update();
            jdbc.sql(ScoringSql.DONE)
                    .param("as_of", asOf)
                    .param("at", OffsetDateTime.now(clock))
                    .param("ms", clock.millis() - started)
                    .param("rows", rows)
                    .update();
        });
    }

    /** As role rule_reader, as rules are asked. */
    private void ask(SuspicionModel model, LocalDate asOf) {
        model.signals()
                .forEach(signal -> jdbc.sql("insert into pg_temp.sign values (:model, :signal, :evidence, :rule)")
                        .param("model", model.id())
                        .param("signal", signal.code())
                        .param("evidence", signal.evidence())
                        .param("rule", signal.rule())
                        .update());
        jdbc.sql("set local search_path = facts").update();
        jdbc.sql("set local role rule_reader").update();
        jdbc.sql(
                        ("insert into pg_temp.seen (model, signal, subject_id, institution_id, at, fact, seen_on, told_zh, told_en)"
                                        + " select '%s', f.signal, f.subject_id, f.institution_id, f.at, f.fact, f.seen_on, f.told_zh, f.told_en from (\n%s\n) f")
                                .formatted(model.id(), Asked.on(asOf, null, model.find())))
                .update();
        jdbc.sql("set local role none").update();
        jdbc.sql("set local search_path = public").update();
    }
}

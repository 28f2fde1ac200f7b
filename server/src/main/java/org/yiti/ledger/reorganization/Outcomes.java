package org.yiti.ledger.reorganization;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Sha256;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Rehoming;
import org.yiti.ledger.reorganization.Outcome.NewCode;
import org.yiti.ledger.reorganization.Outcome.OfLedger;
import org.yiti.ledger.reorganization.Outcome.SightChange;
import org.yiti.ledger.reorganization.Reorganization.Kind;
import org.yiti.ledger.reorganization.Reorganization.Step;
import tools.jackson.databind.json.JsonMapper;

/** What the steps taken in the transaction under way have done: told by the life line, not by who took them. */
@Component
class Outcomes {

    /** What the life line has of the transaction under way. */
    static final String OURS = " c.id >= coalesce(nullif(current_setting('yiti.first_change', true), ''), '0')::bigint"
            + " and c.transaction = pg_current_xact_id() ";

    private final JdbcClient database;
    private final Ledgers ledgers;
    private final JsonMapper json;

    Outcomes(JdbcClient database, Ledgers ledgers, JsonMapper json) {
        this.database = database;
        this.ledgers = ledgers;
        this.json = json;
    }

    private record Counted(String ledger, long goes, long anew, long ends) {}

    Outcome of(Reorganization reorganization, List<SightChange> sights) {
        var counted = counted();
        var all = ledgers.all().stream()
                .filter(Outcomes::isTold)
                .map(ledger -> told(
                        ledger,
                        counted.getOrDefault(ledger.name(), new Counted(ledger.name(), 0, 0, 0)),
                        left(ledger, reorganization)))
                .filter(ledger -> ledger.goes() + ledger.anew() + ledger.ends() + ledger.stays() > 0)
                .toList();
        var codes = codes();
        return new Outcome(all, codes, sights, fingerprint(all, codes, sights));
    }

    private static boolean isTold(Ledger ledger) {
        return !ledger.isFlow()
                && ledger.pastOf().isEmpty()
                && ledger.owner() != null
                && !"self".equals(ledger.owner());
    }

    /** What is succeeded ends as well, and is told once. */
    private static OfLedger told(Ledger ledger, Counted counted, long left) {
        var ends = ledger.rehoming().what() == Rehoming.What.ENDS ? counted.ends() : 0;
        return new OfLedger(
                ledger.name(),
                ledger.path(),
                ledger.title(),
                counted.goes(),
                counted.anew(),
                ends,
                left - ends - counted.anew());
    }

    private Map<String, Counted> counted() {
        return database.sql("""
                        select c.ledger,
                               count(distinct c.object_id) filter (where c.action = 'CHANGED' and jsonb_exists(c.after, 'institution_id')) as goes,
                               count(*) filter (where c.action = 'CREATED') as anew,
                               count(*) filter (where c.action = 'CHANGED' and jsonb_exists(c.after, 'ends_on')) as ends
                          from lifeline.change c where""" + OURS + "group by c.ledger").query(Counted.class).list().stream()
                .collect(Collectors.toMap(Counted::ledger, counted -> counted));
    }

    private long left(Ledger ledger, Reorganization reorganization) {
        var merged = reorganization.steps().stream()
                .filter(step -> step.kind() == Kind.MERGE)
                .map(Step::institution)
                .toArray(UUID[]::new);
        return database.sql("select count(*) from " + ledger.name() + " where institution_id = any (:merged)")
                .param("merged", merged)
                .query(Long.class)
                .single();
    }

    private List<NewCode> codes() {
        var codes = new ArrayList<NewCode>();
        for (var ledger : ledgers.all()) {
            MergeStatements.theirOwnCode(ledger)
                    .ifPresent(column -> codes.addAll(database.sql(
                                    "select o.%1$s as was, n.%1$s as becomes from succession s join %2$s o on o.id = s.old_id join %2$s n on n.id = s.new_id where o.%1$s <> n.%1$s order by 1"
                                            .formatted(column.db(), ledger.name()))
                            .query((row, n) -> new NewCode(ledger.title(), row.getString(1), row.getString(2)))
                            .list()));
            OwnNumbers.of(ledger).ifPresent(column -> codes.addAll(renumbered(ledger, column)));
        }
        return codes;
    }

    private List<NewCode> renumbered(Ledger ledger, Column column) {
        return database.sql("select c.before ->> :column, c.after ->> :column from lifeline.change c where" + OURS
                        + "and c.ledger = :ledger and c.action = 'CHANGED' and jsonb_exists(c.after, :column)"
                        + " and jsonb_exists(c.after, 'institution_id') order by 1")
                .param("column", column.db())
                .param("ledger", ledger.name())
                .query((row, n) -> new NewCode(ledger.title(), row.getString(1), row.getString(2)))
                .list();
    }

    private String fingerprint(Object... parts) {
        return Sha256.hex(json.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8));
    }
}

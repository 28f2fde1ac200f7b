package org.yiti.ledger.reorganization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Rehoming;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.TakeBack;

/** Gives every row back what it was before a reorganization, by the life line; refuses where things have gone on from it. */
@Component
class TakenBack {

    /** What each row was before all of it: the earliest it is remembered as. */
    private static final String UNDONE = """
            create temp table undone on commit drop as
            select c.object_id, c.ledger, case when bool_or(c.action = 'CREATED') then 'CREATED' else 'CHANGED' end as action,
                   jsonb_object_agg(w.key, w.value order by c.id desc) filter (where w.key is not null) as before
              from ledger.reorganization r
              join lifeline.change c on c.id between r.first_change and r.last_change and c.transaction = r.transaction
              left join lateral jsonb_each(c.before) w on true
             where r.id = :id
             group by c.object_id, c.ledger
            """;

    /** Changed since where it was changed by it, or at all if it is new; or gone. */
    private static final String GONE_ON = """
            select count(distinct u.object_id)
              from undone u join lifeline.change later on later.object_id = u.object_id and later.ledger = u.ledger
             where u.ledger = :ledger and later.id > (select last_change from ledger.reorganization where id = :id)
               and (later.action = 'REMOVED' or u.action = 'CREATED'
                    or exists (select from jsonb_object_keys(later.before) k where jsonb_exists(u.before, k)))
            """;

    private final JdbcClient database;
    private final Ledgers ledgers;

    TakenBack(JdbcClient database, Ledgers ledgers) {
        this.database = database;
        this.ledgers = ledgers;
    }

    void handle(UUID id) {
        database.sql(UNDONE).param("id", id).update();
        database.sql("analyze undone").update();
        var touched = touched();
        refuseIfGoneOn(touched, id);
        var takeBack = new TakeBack(database);
        Collections.reverse(touched);
        touched.forEach(takeBack::of);
    }

    private List<Ledger> touched() {
        var names = database.sql("select distinct ledger from undone")
                .query(String.class)
                .list();
        return new ArrayList<>(ledgers.all().stream()
                .filter(ledger -> names.contains(ledger.name()))
                .toList());
    }

    private void refuseIfGoneOn(List<Ledger> touched, UUID id) {
        var blockers = new ArrayList<String>();
        for (var ledger : ledgers.all()) {
            var count = (touched.contains(ledger) ? count(GONE_ON, ledger, id) : 0) + pointing(ledger);
            if (count > 0) {
                blockers.add(ledger.title().in(LocaleContextHolder.getLocale()) + " " + count);
            }
        }
        if (!blockers.isEmpty()) {
            var separator = new Label("、", ", ").in(LocaleContextHolder.getLocale());
            throw new Refused(
                    LedgerRefusal.REORGANIZATION_GONE_ON,
                    Map.of("by", blockers.stream().collect(Collectors.joining(separator))));
        }
    }

    private long count(String question, Ledger ledger, UUID id) {
        return database.sql(question)
                .param("ledger", ledger.name())
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Rows that came since and point at what it made anew. */
    private long pointing(Ledger ledger) {
        return ledger.references().stream()
                .filter(reference -> ledgers.get(reference.ledger()).rehoming().equals(Rehoming.SUCCEEDED))
                .mapToLong(reference -> database.sql("""
                                select count(*) from %1$s t
                                  join undone made on made.object_id = t.%2$s and made.ledger = '%3$s' and made.action = 'CREATED'
                                 where not exists (select from undone u where u.object_id = t.id)
                                """.formatted(ledger.name(), reference.db(), reference.ledger()))
                        .query(Long.class)
                        .single())
                .sum();
    }
}

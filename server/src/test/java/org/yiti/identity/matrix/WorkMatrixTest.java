package org.yiti.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.ApiOperation;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/**
 * Whether something is there is not told by how long it takes to say that it is not: a list narrowed to what another unit
 * has is worked out with as much work as one narrowed to what nobody has. Time is not asserted, the work is: every row
 * and index entry that is read, as PostgreSQL counts it for the transaction.
 */
class WorkMatrixTest extends CountyMatrix {

    /** What was read of a table or an index. */
    private record Work(long scans, long read, long fetched) {}

    private static final String COUNTED = """
            select n.nspname || '.' || c.relname, pg_stat_get_xact_numscans(c.oid), pg_stat_get_xact_tuples_returned(c.oid),
                   pg_stat_get_xact_tuples_fetched(c.oid)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'i', 'm') and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema', 'kernel')
               and pg_stat_get_xact_numscans(c.oid) > 0
            """;

    @Autowired
    private PlatformTransactionManager transactions;

    /** A request is answered by the thread that asks here, and so within its transaction, which is then rolled back. */
    private Map<String, Work> work(Account account, String path, Object... values) {
        var transaction = new TransactionTemplate(transactions);
        return transaction.execute(status -> {
            status.setRollbackOnly();
            var before = counted();
            var answer = get(account, path, values);
            var work = new TreeMap<String, Work>();
            counted().forEach((relation, after) -> {
                var was = before.getOrDefault(relation, new Work(0, 0, 0));
                var here = new Work(
                        after.scans() - was.scans(), after.read() - was.read(), after.fetched() - was.fetched());
                if (here.scans() > 0) {
                    work.put(relation, here);
                }
            });
            work.put("status", new Work(answer.getResponse().getStatus(), 0, 0));
            return work;
        });
    }

    private Map<String, Work> counted() {
        var counted = new TreeMap<String, Work>();
        database.sql(COUNTED).query(row -> {
            counted.put(row.getString(1), new Work(row.getLong(2), row.getLong(3), row.getLong(4)));
        });
        return counted;
    }

    private static Set<String> differing(Map<String, Work> one, Map<String, Work> other) {
        var relations = new TreeSet<>(one.keySet());
        relations.addAll(other.keySet());
        relations.removeIf(relation -> java.util.Objects.equals(one.get(relation), other.get(relation)));
        return relations;
    }

    @Test
    void whatAnotherHasIsLookedForWithAsMuchWorkAsWhatNobodyHas() throws IOException {
        database.sql("analyze").update();
        var officer = new Account("works", "经办人", Role.OFFICER, world.institution(Relation.OWN), false);
        var filters = new Filters(ledgers, world);
        var wrong = new ArrayList<String>();
        for (var operation : ApiOperation.all()) {
            if (!operation.method().equals("GET")
                    || Treatment.of(operation) != Treatment.MANY
                    || operation.path().contains("{")
                    || operation.path().endsWith("/export")) {
                continue;
            }
            var ledger = filters.ledger(operation);
            var row = ledger == null || ledger.isFlow() || ledger.isEveryones()
                    ? null
                    : anothers(ledger).findFirst().orElse(null);
            for (var filter : filters.of(operation, ledger, row)) {
                if (filter.nobodys() != null) {
                    compared(officer, operation.path(), filter, wrong);
                }
            }
        }
        tellCounts("work");
        assertThat(wrong).isEmpty();
        assertThat(counts.get("as much work")).isGreaterThan(150);
    }

    private void compared(Account officer, String list, Filters.Filter filter, List<String> wrong) {
        var path = list + "?limit=50&" + filter.name() + "={value}";
        // once before it counts: what is cached from then on is cached for both
        work(officer, path, filter.nobodys());
        var foreign = work(officer, path, filter.foreign());
        var absent = work(officer, path, filter.nobodys());
        var differing = differing(foreign, absent);
        if (differing.isEmpty()) {
            count("as much work");
            return;
        }
        count("other work");
        wrong.add(path + " " + filter
                + differing.stream()
                        .map(relation ->
                                "\n    " + relation + " " + foreign.get(relation) + " but " + absent.get(relation))
                        .reduce("", String::concat));
    }
}

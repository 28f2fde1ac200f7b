package org.yiti.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.ApiOperation;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.kernel.ledger.Ledger;

/**
 * Whether something is there is hardly told by how long it takes to say that it is not: a list narrowed to what another
 * unit has is worked out with as much work as one narrowed to what nobody has, or with that of looking at what the index
 * leads to and refusing it. Time is not asserted, the work is: every row and index entry that is read, as PostgreSQL counts
 * it for the transaction.
 */
class WorkMatrixTest extends CountyMatrix {

    /** What was read of a table or an index. */
    private record Work(boolean ofTable, long scans, long read, long fetched) {}

    /** The tree is read once more to refuse what was looked up; institutions are known to everybody in the house. */
    private static final Set<String> READ_TO_REFUSE = Set.of("organization.below", "organization.institution");

    /**
     * Where these lead to rows of others, one's own are found by an index as well, and both held against each other: ids are
     * guessed by nobody, and a search by fragments does tell by its time that others have some (row-security.md).
     */
    private static final Predicate<String> BY_ONES_OWN =
            name -> name.endsWith("Id") || name.endsWith(".like") || name.equals("q");

    /** So many rows of others an index leads to at most, of one number. */
    private static final int LED_TO = 20;

    private static final String COUNTED = """
            select n.nspname || '.' || c.relname, c.relkind = 'r', pg_stat_get_xact_numscans(c.oid), pg_stat_get_xact_tuples_returned(c.oid),
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
                var was = before.getOrDefault(relation, new Work(after.ofTable(), 0, 0, 0));
                var here = new Work(
                        after.ofTable(),
                        after.scans() - was.scans(),
                        after.read() - was.read(),
                        after.fetched() - was.fetched());
                if (here.scans() > 0) {
                    work.put(relation, here);
                }
            });
            work.put("status", new Work(true, answer.getResponse().getStatus(), 0, 0));
            return work;
        });
    }

    private Map<String, Work> counted() {
        var counted = new TreeMap<String, Work>();
        database.sql(COUNTED).query(row -> {
            counted.put(row.getString(1), new Work(row.getBoolean(2), row.getLong(3), row.getLong(4), row.getLong(5)));
        });
        return counted;
    }

    /** What others have and the officer has as well shows itself, and may take its time. */
    private boolean sees(Account account, String path, Filters.Filter filter) throws IOException {
        return !get(account, path, filter.foreign())
                .getResponse()
                .getContentAsString()
                .equals(get(account, path, filter.nobodys()).getResponse().getContentAsString());
    }

    private static Set<String> differing(Map<String, Work> one, Map<String, Work> other) {
        var relations = new TreeSet<>(one.keySet());
        relations.addAll(other.keySet());
        relations.removeIf(relation -> Objects.equals(one.get(relation), other.get(relation)));
        return relations;
    }

    @Test
    void whatAnotherHasIsLookedForWithAsMuchWorkAsWhatNobodyHasOrLookedUpAndRefused() throws IOException {
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
                    compared(officer, operation.path(), ledger, filter, wrong);
                }
            }
        }
        tellCounts("work");
        assertThat(wrong).isEmpty();
        assertThat(counts.get("as much work")).isGreaterThan(1000);
    }

    /** Numbers of rooms are much the same everywhere, so one is made up that only another has. */
    @Test
    void aRoomWhoseNumberOnlyAnotherHasIsLookedUpAndRefused() {
        var officer = new Account("works", "经办人", Role.OFFICER, world.institution(Relation.OWN), false);
        var wrong = new ArrayList<String>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            var room = anothers(ledgers.get("premises.room")).findFirst().orElseThrow();
            database.sql("update premises.room set number = 'Z-9999' where id = ?::uuid")
                    .param(room.get("id"))
                    .update();
            for (var ledger : List.of(ledgers.get("premises.occupancy"), ledgers.get("premises.idle_disposal"))) {
                try {
                    var filter = new Filters.Filter("roomNumber", "Z-9999", "NN-无此值");
                    compared(officer, "/api/" + ledger.path(), ledger, filter, wrong);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private void compared(
            Account officer, String list, @Nullable Ledger ledger, Filters.Filter filter, List<String> wrong)
            throws IOException {
        var path = list + "?limit=50&" + filter.name() + "={value}";
        // once before it counts: what is cached from then on is cached for both
        work(officer, path, filter.nobodys());
        var foreign = work(officer, path, filter.foreign());
        var absent = work(officer, path, filter.nobodys());
        if (sees(officer, path, filter)) {
            count("the officer's own as well");
            return;
        }
        var differing = differing(foreign, absent);
        if (differing.isEmpty()) {
            count("as much work");
            return;
        }
        var tables = differing.stream()
                .filter(relation -> isTable(foreign.get(relation)) || isTable(absent.get(relation)))
                .filter(relation -> !READ_TO_REFUSE.contains(relation))
                .toList();
        if (tables.isEmpty() && !readsOnesOwn(foreign, absent)) {
            count("looked up and refused");
        } else if (tables.isEmpty() && BY_ONES_OWN.test(filter.name())) {
            count("one's own read, by an id or a fragment");
        } else if (ledger != null && hasOne(officer, ledger, filter)) {
            count("planned for what the officer has as well");
        } else {
            wrong.add(path + " " + filter
                    + differing.stream()
                            .map(relation ->
                                    "\n    " + relation + " " + foreign.get(relation) + " but " + absent.get(relation))
                            .reduce("", String::concat));
        }
    }

    /** Where rows of others are found, an index of one's own may be read to see whether they are among those. */
    private static boolean readsOnesOwn(Map<String, Work> foreign, Map<String, Work> absent) {
        return foreign.entrySet().stream()
                .filter(read -> !READ_TO_REFUSE.contains(read.getKey())
                        && !read.getKey().startsWith("organization.below"))
                .anyMatch(read ->
                        !absent.containsKey(read.getKey()) && read.getValue().read() > LED_TO);
    }

    /**
     * Whether the officer has something of that number, though no row of this list that is of it: every house has a room 305,
     * PostgreSQL counts on meeting many of them, and may begin elsewhere than for a number there is none of.
     */
    private boolean hasOne(Account officer, Ledger ledger, Filters.Filter filter) throws IOException {
        var column = ledger.find(filter.name());
        if (column.isEmpty() || column.get().via() == null) {
            return false;
        }
        var read = ledgers.get(ledger.reference(column.get().via()).ledger());
        return sees(officer, "/api/" + read.path() + "?limit=1&" + column.get().source() + "={value}", filter);
    }

    private static boolean isTable(@Nullable Work work) {
        return work != null && work.ofTable();
    }
}

package org.yiti.ledger.checking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.Sha256;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

/**
 * What a stage was judged by: the ledgers as they were, and for whom. As long as neither has changed, judging once more
 * would find the same. It is noted on the table of what was found, and is gone with it.
 */
final class LastJudgement {

    private static final String TREE = "organization.institution";

    private final JdbcClient database;
    private final Ledgers ledgers;
    private final Ledger ledger;
    private final String work;

    LastJudgement(JdbcClient database, Ledgers ledgers, Ledger ledger, String work) {
        this.database = database;
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.work = work;
    }

    /** To be asked for before judging begins: what is committed while it goes on counts as later. */
    String moment() {
        return database.sql("select lifeline.moment()").query(String.class).single();
    }

    void note(String moment, @Nullable Set<UUID> scope) {
        database.sql("comment on table " + work + " is '" + moment + "/" + told(scope) + "'")
                .update();
    }

    /** Never of rows that flow, which leave nothing in the life line, nor of sealed values, whose keys may change. */
    boolean holds(@Nullable Set<UUID> scope) {
        var read = read(ledger, new LinkedHashSet<>());
        if (read.stream().anyMatch(one -> ledgers.get(one).isFlow())
                || ledger.own().stream().anyMatch(column -> column.isSealed())) {
            return false;
        }
        read.add(TREE);
        return database.sql("""
                        select noted is not null and split_part(noted, '/', 4) = :scope and not lifeline.changed_since(noted, :ledgers)
                          from (select obj_description(to_regclass(:work), 'pg_class') as noted) last
                        """)
                .param("work", work)
                .param("scope", told(scope))
                .param("ledgers", read.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** The ledger itself, what its rows refer to, and what those are known by. */
    private Set<String> read(Ledger from, Set<String> found) {
        if (found.add(from.name())) {
            from.references().forEach(reference -> read(ledgers.get(reference.ledger()), found));
        }
        return found;
    }

    private static String told(@Nullable Set<UUID> scope) {
        return scope == null
                ? "everywhere"
                : Sha256.hex(scope.stream()
                        .map(UUID::toString)
                        .sorted()
                        .collect(joining())
                        .getBytes(UTF_8));
    }
}

package org.yiti.ledger.checking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;

/**
 * Rows on their way into a ledger: read into a table of their own, resolved against what is there and against earlier
 * stages of the same load, judged, compared, and at last merged, all set by set in the database.
 */
public final class Stage {

    /**
     * What a load would do.
     *
     * @param bad rows that cannot be taken
     */
    public record Outcome(long added, long changed, long same, long bad) {
        public long rows() {
            return added + changed + same + bad;
        }
    }

    /** A problem with a row; in both languages. */
    public record Problem(
            long row,
            @Nullable String column,
            @Nullable String value,
            boolean error,
            String messageZh,
            String messageEn,
            @Nullable String allowedZh,
            @Nullable String allowedEn) {}

    private final JdbcClient database;
    private final Staging staging;
    private final Ledger ledger;
    private final List<Column> columns;
    private final String name;
    private final StageSql sql;

    private Stage(Staging staging, StageSql sql, Ledger ledger, List<Column> columns, String name) {
        this.database = staging.database();
        this.staging = staging;
        this.ledger = ledger;
        this.columns = columns;
        this.name = name;
        this.sql = sql;
    }

    /**
     * @param name unique, in letters, digits and underscores
     * @param columns the inputs that are given; what is not given is left as it is
     * @param earlier stages of the same load that these rows may refer to
     */
    public static Stage of(Staging staging, Ledger ledger, List<Column> columns, String name, List<Stage> earlier) {
        return ofSheet(staging, ledger, columns, name, "", earlier);
    }

    /** @param title how people call the sheet */
    public static Stage ofSheet(
            Staging staging, Ledger ledger, List<Column> columns, String name, String title, List<Stage> earlier) {
        var before = earlier.stream().map(stage -> stage.sql).toList();
        var sql = new StageSql(staging.ledgers(), ledger, columns, name, title, before, null);
        return new Stage(staging, sql, ledger, columns, name);
    }

    /**
     * A stage for a single row that is there already and may get another key.
     *
     * @param anew what is written although it is equal to what is there, which may not be readable any more
     */
    public static Stage ofRow(
            Staging staging, Ledger ledger, List<Column> columns, String name, UUID id, Set<Column> anew) {
        var only = new StageSql.Only(id, anew.stream().map(Column::db).collect(Collectors.toSet()));
        var sql = new StageSql(staging.ledgers(), ledger, columns, name, "", List.of(), only);
        return new Stage(staging, sql, ledger, columns, name);
    }

    public Ledger ledger() {
        return ledger;
    }

    public String name() {
        return name;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Makes the table; one that is there from before a restart is kept. */
    public Stage create() {
        byTheHouse(() -> database.sql(sql.createRaw()).update());
        return this;
    }

    /** The last row that has been read in, 0 when none; what was noted of rows after it is forgotten, as they are read again. */
    public long lastRow() {
        return byTheHouse(this::forgetAfterLastRow);
    }

    private long forgetAfterLastRow() {
        var last = database.sql("select coalesce(max(row_no), 0) from " + sql.raw())
                .query(Long.class)
                .single();
        database.sql("delete from ledger.problem where stage = :stage and row_no > :last")
                .param("stage", name)
                .param("last", last)
                .update();
        return last;
    }

    /** Reads rows in, some thousands a transaction, as fast as COPY does. */
    public StageWriter writer() {
        return new StageWriter(staging, sql.raw(), name, ledger, columns);
    }

    /** What the rows refer to by name is written as its code, before they are judged; see {@link NamedSql}. */
    public void settleNames(@Nullable Set<UUID> scope) {
        byTheHouse(() -> {
            var within = Within.of(database, Optional.empty(), scope);
            sql.names(scope != null).forEach(statement -> run(statement, within));
            return true;
        });
    }

    /** Resolves, compares and judges all rows again; what was found wrong with single cells stays. */
    public Outcome judge(@Nullable Set<UUID> scope) {
        plan();
        var within = within(scope);
        return byTheHouse(() -> judgeWithin(within, scope != null));
    }

    /** The same, and notes by what, so that {@link #isStillJudged} can tell whether it is to be done again before a merge. */
    public Outcome judgeAhead(@Nullable Set<UUID> scope) {
        plan();
        var within = within(scope);
        return byTheHouse(() -> {
            var moment = last().moment();
            var outcome = judgeWithin(within, scope != null);
            last().note(moment, scope == null ? null : within.all());
            return outcome;
        });
    }

    /** Whether judging once more would find what it found before. */
    public boolean isStillJudged(@Nullable Set<UUID> scope) {
        var within = within(scope);
        return byTheHouse(() -> last().holds(scope == null ? null : within.all()));
    }

    private void plan() {
        byTheHouse(() -> database.sql("analyze " + sql.raw() + sql.key().planned("row_no"))
                .update());
    }

    private LastJudgement last() {
        return new LastJudgement(database, staging.ledgers(), ledger, sql.work());
    }

    private Within within(@Nullable Set<UUID> scope) {
        return Within.of(database, sql.seen(), scope);
    }

    private Outcome judgeWithin(Within within, boolean scoped) {
        database.sql("drop table if exists " + sql.work()).update();
        database.sql("delete from ledger.problem where stage = :stage and not cell")
                .param("stage", name)
                .update();
        run(sql.resolve(defaults(), scoped), within);
        if (!ledger.isFlow()) {
            database.sql("analyze " + sql.work() + sql.key().plannedOfWork()).update();
        }
        sql.findings(scoped).forEach(finding -> run(finding, within));
        run(sql.markBad(), within);
        sql.following().forEach(finding -> run(finding, within));
        run(sql.markBad(), within);
        return outcome();
    }

    private void run(String statement, Within within) {
        database.sql(statement)
                .param("stage", name)
                .param("scope", within.scope())
                .param("seen", within.seen())
                .update();
    }

    public Outcome outcome() {
        return database.sql(sql.count())
                .query((row, n) -> new Outcome(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    /** Puts the sound rows into the ledger. Call in the transaction that shall hold them all. */
    public Outcome merge(@Nullable UUID importId) {
        return merge(importId, false);
    }

    /** What is there was entered wrongly: it is corrected where it stands, and not kept as what was before. */
    public Outcome correct() {
        return merge(null, true);
    }

    private Outcome merge(@Nullable UUID importId, boolean correcting) {
        return merge(importId, outcome(), correcting);
    }

    /** @param outcome what judging has found just now */
    public Outcome merge(@Nullable UUID importId, Outcome outcome) {
        return merge(importId, outcome, false);
    }

    private Outcome merge(@Nullable UUID importId, Outcome outcome, boolean correcting) {
        byTheHouse(() -> new SealedRows(database, staging.cipher(), ledger.name(), name, sql.work()).settle(columns));
        new Merging(database, Stage::byTheHouse).run(sql.merge(importId, outcome, correcting), outcome.added());
        return outcome;
    }

    /** The institutions whose rows they are, and those they were taken from: both hold something else than before. */
    public List<UUID> touchedInstitutions(int most) {
        // An institution that is only just coming in owns itself, and is not there yet to be asked.
        var owner = "self".equals(ledger.owner()) ? "coalesce(owner_id, id)" : "owner_id";
        var left = sql.ownerBefore().map(before -> ", (" + before + ")").orElse("");
        return database.sql("select distinct touched.id from " + sql.work() + " cross join lateral (values (" + owner
                        + ")" + left
                        + ") as touched(id) where sound and fate <> 'SAME' and touched.id is not null limit " + most)
                .query(UUID.class)
                .list();
    }

    public UUID onlyId() {
        return database.sql("select id from " + sql.work()).query(UUID.class).single();
    }

    public List<Problem> problems(int most) {
        return database.sql("""
                        select row_no as row, column_name as column, value, error, message_zh, message_en, allowed_zh, allowed_en
                          from ledger.problem where stage = :stage order by row_no, id limit :most
                        """)
                .param("stage", name)
                .param("most", most)
                .query(Problem.class)
                .list();
    }

    public void drop() {
        byTheHouse(() -> {
            database.sql("drop table if exists " + sql.work()).update();
            return database.sql("drop table if exists " + sql.raw()).update();
        });
    }

    /** Forgets what was found wrong as well. */
    public void forget() {
        drop();
        byTheHouse(() -> database.sql("delete from ledger.problem where stage = :stage")
                .param("stage", name)
                .update());
    }

    private static <T> T byTheHouse(Supplier<T> work) {
        return Unscoped.because("rows are judged by all there is, and told only what scope allows", work);
    }

    /** What the database fills in where a cell is empty. */
    private Map<String, String> defaults() {
        var found = new HashMap<String, String>();
        database.sql("""
                        select a.attname, pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                          join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                         where d.adrelid = :table::regclass and a.attgenerated = '' and a.attname not in ('id', 'version')
                        """)
                .param("table", ledger.name())
                .query((row, n) -> found.put(row.getString(1), row.getString(2)))
                .list();
        return found;
    }
}

package org.yiti.energy.facts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.calendar.WorkCalendar;
import org.yiti.kernel.ledger.LedgerChanged;
import tools.jackson.databind.json.JsonMapper;

/** Whoever folds meters, on a database of a test; a server holds nothing between two folds, so each of these is a new one. */
public final class MeterFolding {

    public final List<LedgerChanged> events = new ArrayList<>();
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final MeterDue due;
    private final MeterKit kit = new MeterKit(WorkCalendar.ofStandards());
    private final FoldMeter fold;

    public MeterFolding(DataSource source, Instant now) {
        var plain = new JdbcTemplate(source);
        database = JdbcClient.create(plain);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        due = new MeterDue(database);
        var ground = new FoldMeter.Ground(
                new KnownHours(database), new MeterCheckpoints(database), new MeterFacts(plain, new JsonMapper()));
        fold = new FoldMeter(
                database,
                kit,
                due,
                ground,
                event -> events.add((LedgerChanged) event),
                Clock.fixed(now, ZoneId.of("Asia/Shanghai")));
    }

    public MeterFolding fold() {
        for (var some = due.waiting(0, 1, Set.of()); !some.isEmpty(); some = due.waiting(0, 1, Set.of())) {
            some.forEach(meter -> transaction.executeWithoutResult(status -> fold.fold(meter)));
        }
        return this;
    }

    /** The server is killed when all is done but the commit. */
    public void foldAndDie() {
        due.waiting(0, 1, Set.of())
                .forEach(meter -> transaction.executeWithoutResult(status -> {
                    fold.fold(meter);
                    status.setRollbackOnly();
                }));
    }

    public int addSilent(Instant now) {
        return due.addSilent(now);
    }

    public int addThoseOfOthers() {
        return due.addThoseOfOthers(kit.name());
    }

    /** All facts, as text, by code of the meter. */
    public List<String> facts() {
        return database.sql("""
                        select m.code || ' ' || kind || ' ' || about || ' ' || started_at || ' ' || ended_at || ' ' || known_at || ' ' || settled || ' ' || figures
                          from energy.meter_fact f join energy.meter m on m.id = f.meter_id order by 1
                        """).query(String.class).list();
    }

    public List<String> kinds() {
        return database.sql(
                        "select distinct kind || case when settled then '' else ' open' end from energy.meter_fact order by 1")
                .query(String.class)
                .list();
    }

    public long count(String what) {
        return database.sql("select count(*) from energy." + what)
                .query(Long.class)
                .single();
    }
}

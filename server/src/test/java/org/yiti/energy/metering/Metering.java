package org.yiti.energy.metering;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.law.book.LoadedLaw;
import org.yiti.meters.interval.Reading.Status;

/** The store of readings on a database of its own, without the rest of the house. */
final class Metering {

    static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    final DataSource source;
    final JdbcClient database;
    final MeterFiles files;
    final ReadingStore store;
    final MonthEntries months;
    final List<LedgerChanged> told = new ArrayList<>();
    private final RecomputeMeters recompute;
    private final TransactionTemplate transaction;
    final UUID institution;

    Metering() {
        var own = TestDatabase.fresh();
        source = own.dataSource();
        var clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        var jdbc = new JdbcTemplate(source);
        database = JdbcClient.create(jdbc);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var states = new MeterStates(jdbc);
        files = new MeterFiles(database, states);
        var madeAnew = new MadeAnew(new Around(jdbc), new RatesInBooks(database));
        months = new MonthEntries(jdbc, event -> told.add((LedgerChanged) event), clock);
        var put = new PutDays(new DayRows(source, jdbc), months, event -> told.add((LedgerChanged) event), clock);
        var plain = new StoreReadings(files, states, new RawReadings(jdbc, clock), madeAnew, put, clock);
        store = deliveries -> transaction.execute(status -> plain.store(deliveries));
        recompute = new RecomputeMeters(files, states, madeAnew, put, jdbc);
        institution = institution(database);
        // Where the numbers of the law hold is known once the institution is there.
        LoadedLaw.into(own);
    }

    private static UUID institution(JdbcClient database) {
        var division = database.sql(
                        "insert into organization.division (code, name, level) values ('970100', '计量市', 'CITY') returning id")
                .query(UUID.class)
                .single();
        return database.sql("""
                        insert into organization.institution (code, name, kind, level, division_id)
                        values ('M-1', '计量市机关事务管理局', 'GOVERNMENT', 'CITY', ?) returning id
                        """).param(division).query(UUID.class).single();
    }

    int again(Collection<UUID> meters) {
        return transaction.execute(status -> recompute.again(meters));
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    UUID meter(String code) {
        return meter(code, 8, 2);
    }

    UUID meter(String code, int digits, int decimals) {
        return database.sql("""
                        insert into energy.meter (institution_id, code, name, energy_kind, level, digits, decimals)
                        values (?, ?, '总电表', 'ELECTRICITY', 'HOUSEHOLD', ?, ?) returning id
                        """)
                .params(institution, code, digits, decimals)
                .query(UUID.class)
                .single();
    }

    MeterFile file(UUID meter) {
        return files.of(List.of(meter)).get(meter);
    }

    Told shows(UUID meter, String at, String value) {
        return shows(file(meter), Instant.parse(at), value, Status.GOOD);
    }

    static Told shows(MeterFile meter, Instant at, String value, Status status) {
        return new Told(meter, null, null, at, new BigDecimal(value), "kWh", status);
    }

    Told consumed(UUID meter, String from, String until, String value) {
        return new Told(
                file(meter),
                null,
                Instant.parse(from),
                Instant.parse(until),
                new BigDecimal(value),
                "kWh",
                Status.GOOD);
    }

    ReadingStore.Stored bring(Told... readings) {
        return bring(List.of(readings));
    }

    ReadingStore.Stored bring(List<Told> readings) {
        return store.store(List.of(new Delivery("test", "batch", readings))).get(0);
    }

    Map<String, Object> day(UUID meter, String day) {
        return database.sql("select * from energy.meter_day where meter_id = ? and day = ?::date")
                .params(meter, day)
                .query()
                .singleRow();
    }

    /** Everything that is known of all days, in one text. */
    String days(String but) {
        return database.sql("""
                        select coalesce(string_agg((to_jsonb(d) - string_to_array(?, ','))::text, E'\\n' order by meter_id, day), '') from energy.meter_day d
                        """).param(but).query(String.class).single();
    }

    String raw() {
        return database.sql("""
                        select string_agg(row(meter, at, value, quality, since, item, unit)::text, E'\\n' order by meter, at, value, quality, since, item)
                          from energy.raw_reading
                        """).query(String.class).single();
    }
}

package org.yiti.telemetry.facts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** A database, and servers that fold what comes into it; one is started anew as often as one likes. */
final class Foldings {

    static final int TERMINAL = 7;

    final TestDatabase house = TestDatabase.fresh();
    private final JdbcTemplate plain = new JdbcTemplate(house.dataSource());
    /** Of the same source: what is asked within a transaction is part of it. */
    final JdbcClient database = JdbcClient.create(plain);

    final List<Object> events = new ArrayList<>();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(plain.getDataSource()));
    private Instant now = Instant.parse("2026-03-20T00:00:00Z");

    final Map<Integer, Double> tanks = new HashMap<>();
    Due due;
    Detectors detectors;
    private Fold fold;
    private Timelines timelines;

    Foldings() {
        restart();
    }

    /** Everything in hand is gone. */
    void restart() {
        due = new Due(database);
        detectors = new Detectors(database, Optional.of(() -> tanks));
        timelines = new Timelines(new FactSettings(1, Duration.ZERO, Duration.ZERO, 10));
        var ground = new Ground(new RawPositions(plain.getDataSource()), new Checkpoints(database), database);
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        var tell = new Tell(new FactStore(plain, new JsonMapper()), events::add, database, clock);
        fold = new Fold(plain, detectors, due, timelines, ground, tell);
    }

    Foldings itIs(Instant moment) {
        now = moment;
        return this;
    }

    /** As the gateway stores a batch. */
    void store(Collection<Car.Told> told) {
        var months = new HashSet<String>();
        told.forEach(one -> months.add(one.at().toString().substring(0, 7) + "-15"));
        months.stream()
                .filter(month -> month.compareTo("2011") > 0)
                .forEach(month -> plain.queryForList("select telemetry.make_month(?::date)", month));
        transaction.executeWithoutResult(status -> {
            plain.batchUpdate(
                    """
                    insert into telemetry.position (terminal, at, digest, lat, lon, alarm, status, speed, direction, altitude, odometer, fuel, received_at)
                    values (?, ?, ?, ?, ?, 0, ?, ?, 0, 0, ?, ?, ?) on conflict do nothing
                    """,
                    told.stream()
                            .map(one -> new Object[] {
                                TERMINAL,
                                new Timestamp(one.at().toEpochMilli()),
                                one.hashCode(),
                                one.lat(),
                                one.lon(),
                                one.status(),
                                one.speed(),
                                one.odometer(),
                                one.fuel(),
                                Timestamp.from(one.received())
                            })
                            .toList());
            plain.update(
                    "insert into telemetry.arrival (at, terminals, since) values (?, array[?], array[?::timestamptz])",
                    Timestamp.from(told.stream()
                            .map(Car.Told::received)
                            .max(Instant::compareTo)
                            .orElseThrow()),
                    TERMINAL,
                    Timestamp.from(told.stream()
                            .map(Car.Told::at)
                            .min(Instant::compareTo)
                            .orElseThrow()));
        });
    }

    int addThoseOfOthers() {
        return due.addThoseOfOthers(detectors.plainName(), detectors.ownNames());
    }

    void fold() {
        due.spread();
        transaction.execute(status -> fold.fold(TERMINAL)).ifPresent(held -> timelines.give(TERMINAL, held));
    }

    /** The server is killed before it has committed. */
    void foldAndDie() {
        due.spread();
        transaction.executeWithoutResult(status -> {
            fold.fold(TERMINAL);
            status.setRollbackOnly();
        });
        restart();
    }

    /** All facts, as text. */
    List<String> facts() {
        return database.sql("""
                        select kind || ' ' || about || ' ' || started_at || ' ' || ended_at || ' ' || known_at || ' ' || settled || ' ' || figures
                          from telemetry.fact order by 1
                        """).query(String.class).list();
    }

    List<String> kinds() {
        return database.sql(
                        "select kind || case when settled then '' else ' open' end from telemetry.fact order by started_at, kind")
                .query(String.class)
                .list();
    }

    long count(String what) {
        return database.sql("select count(*) from telemetry." + what)
                .query(Long.class)
                .single();
    }
}

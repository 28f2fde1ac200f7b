package org.yiti.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.yiti.TestDatabase;
import org.yiti.calendar.LoadedCalendar;
import org.yiti.energy.facts.MeterFolding;
import org.yiti.law.Asked;
import org.yiti.law.Confidence;
import org.yiti.law.LawBook;
import org.yiti.law.Rule;
import org.yiti.law.book.LoadedLaw;

/** A world and everything the law that ships finds in it. */
final class JudgedWorld {
    record Found(
            String rule,
            String subject,
            String episode,
            @Nullable Double actual,
            @Nullable Double limit,
            @Nullable Double excess,
            String evidence) {}

    private static final Map<String, String> NATURAL_KEYS = Map.ofEntries(
            Map.entry(
                    "room",
                    "select b.code || ' ' || r.number from premises.room r join premises.building b on b.id = r.building_id where r.id = f.subject_id"),
            Map.entry("person", "select code from organization.person where id = f.subject_id"),
            Map.entry("institution", "select code from organization.institution where id = f.subject_id"),
            Map.entry("building", "select code from premises.building where id = f.subject_id"),
            Map.entry("vehicle", "select plate from fleet.vehicle where id = f.subject_id"),
            Map.entry("meter", "select code from energy.meter where id = f.subject_id"),
            Map.entry("driver", "select code from fleet.driver where id = f.subject_id"),
            Map.entry("reception", "select reception_no from reception.reception where id = f.subject_id"),
            Map.entry("meeting", "select meeting_no from reception.meeting where id = f.subject_id"),
            Map.entry("training", "select training_no from reception.training where id = f.subject_id"),
            Map.entry("canteen", "select code from reception.canteen where id = f.subject_id"),
            Map.entry("asset", "select card_no from assets.asset where id = f.subject_id"),
            Map.entry("contract", "select contract_no from funds.contract where id = f.subject_id"));

    final List<Found> findings = new ArrayList<>();
    /** Of rows that a ledger did not take. */
    final List<String> problems;

    private final TestDatabase database;
    private final LocalDate asOf;

    JudgedWorld(Demonstration world, LocalDate asOf) {
        this.asOf = asOf;
        var loaded = new LoadedWorld(onThatDay()).take(world.sheets());
        database = loaded.database;
        problems = List.copyOf(loaded.problems);
        readings(world);
        new MeterFolding(
                        database.dataSource(),
                        asOf.atStartOfDay(ZoneOffset.ofHours(8)).toInstant())
                .fold();
        LoadedCalendar.into(database);
        LawBook law = LoadedLaw.into(database);
        law.resolve();
        new SeenByTerminals(database)
                .take(
                        world,
                        asOf.plusDays(1)
                                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                                .toInstant());
        database.jdbc().sql("vacuum analyze").update();
        law.rules().stream()
                .filter(rule -> rule.heading().confidence() != Confidence.TO_CONFIRM)
                .forEach(this::judge);
    }

    /** A house in which it is that day: what a ledger takes goes by it. */
    private TestDatabase onThatDay() {
        var fresh = TestDatabase.fresh();
        fresh.jdbc().sql("create schema told").update();
        fresh.jdbc().sql("""
                        create function told.now() returns timestamptz language sql stable
                            return timestamptz '%s 20:00+08'
                        """.formatted(asOf)).update();
        fresh.jdbc().sql("""
                        do $$ begin
                            execute format('alter database %I set search_path = told, pg_catalog, public', current_database());
                        end $$
                        """).update();
        return fresh;
    }

    /** The rules that ship switched on, by their codes. */
    static List<Rule> shelf() {
        return LoadedLaw.into(TestDatabase.fresh()).rules().stream()
                .filter(rule -> rule.heading().confidence() != Confidence.TO_CONFIRM)
                .sorted(Comparator.comparing(rule -> rule.heading().code()))
                .toList();
    }

    /** Straight into the days that rules read: what sums hours up to days is tested elsewhere. */
    private void readings(Demonstration world) {
        try (Connection connection = database.dataSource().getConnection();
                var readings = world.readings()) {
            connection
                    .createStatement()
                    .execute("create temp table told (code text, at timestamp, amount double precision)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy told from stdin", new CopyLines(readings.iterator()));
            connection.createStatement().execute("""
                    insert into energy.meter_day (meter_id, day, hours, amount, hours_read)
                    select m.id, t.at::date, array_agg(t.amount order by t.at), sum(t.amount), count(*)
                      from told t join energy.meter m on m.code = t.code
                     group by m.id, t.at::date
                    """);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Readings as the lines of a COPY, made as they are read. */
    private static final class CopyLines extends InputStream {
        private final Iterator<Reading> readings;
        private byte[] line = new byte[0];
        private int place;

        CopyLines(Iterator<Reading> readings) {
            this.readings = readings;
        }

        @Override
        public int read() {
            return fill() ? line[place++] : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(length, line.length - place);
            System.arraycopy(line, place, into, offset, taken);
            place += taken;
            return taken;
        }

        private boolean fill() {
            StringBuilder text = new StringBuilder();
            while (place == line.length && readings.hasNext() && text.length() < 60_000) {
                Reading r = readings.next();
                text.append(r.meterCode())
                        .append('\t')
                        .append(r.at())
                        .append('\t')
                        .append(r.amount())
                        .append('\n');
            }
            if (!text.isEmpty()) {
                line = text.toString().getBytes(StandardCharsets.UTF_8);
                place = 0;
            }
            return place < line.length;
        }
    }

    private void judge(Rule rule) {
        String key = NATURAL_KEYS.get(rule.heading().subject());
        String find = Asked.on(asOf, null, rule.question().find());
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local search_path = facts");
                statement.execute("set local timezone = 'Asia/Shanghai'");
                statement.execute(
                        "create temp table found on commit drop as select to_jsonb(f) as row, f.subject_id from ("
                                + find + ") f");
                try (var rows = statement.executeQuery(
                        "select (" + key + "), row ->> 'episode', (row ->> 'actual')::float8, "
                                + "(row ->> 'limit')::float8, (row ->> 'excess')::float8, left(row::text, 900) from found f")) {
                    while (rows.next()) {
                        findings.add(new Found(
                                rule.heading().code(),
                                rows.getString(1),
                                rows.getString(2) == null ? "" : rows.getString(2),
                                rows.getObject(3, Double.class),
                                rows.getObject(4, Double.class),
                                rows.getObject(5, Double.class),
                                rows.getString(6)));
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(rule.id(), failure);
        }
    }
}

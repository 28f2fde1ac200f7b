package org.yiti.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Facts that were made while servers were killed, held against those made of the same positions in one go. */
final class FactsCheck {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final String WAITING =
            "select (select count(*) from telemetry.arrival) + (select count(*) from telemetry.due)";
    /** What is open depends on when it is looked at. */
    private static final String FACTS =
            "select terminal, kind, about, started_at, ended_at, known_at, figures from telemetry.fact where settled";

    private final Connection connection;

    FactsCheck(Connection connection) {
        this.connection = connection;
    }

    void report(Report report) throws SQLException, InterruptedException {
        awaitAll();
        execute("drop table if exists public.facts_under_kills", "create table public.facts_under_kills as " + FACTS);
        execute(
                "truncate telemetry.fact, telemetry.timeline, telemetry.checkpoint",
                "insert into telemetry.due (terminal) select number from telemetry.terminal",
                "notify telemetry_arrival");
        awaitAll();
        report.figure("facts", number("select count(*) from public.facts_under_kills"), "");
        report.figure("facts_missing_after_kills", number(except(FACTS, "select * from public.facts_under_kills")), "");
        report.figure(
                "facts_too_many_after_kills", number(except("select * from public.facts_under_kills", FACTS)), "");
    }

    private static String except(String all, String but) {
        return "select count(*) from ((" + all + ") except all (" + but + ")) d";
    }

    private void awaitAll() throws SQLException, InterruptedException {
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (number(WAITING) > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Positions still wait to be made into facts");
            }
            Thread.sleep(500);
        }
    }

    private double number(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private void execute(String... sentences) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sentence : sentences) {
                statement.execute(sentence);
            }
        }
    }
}

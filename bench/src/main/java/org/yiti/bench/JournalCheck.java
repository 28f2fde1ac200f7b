package org.yiti.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** What a simulator's journal says was acknowledged, beside what is stored. */
final class JournalCheck {

    private final Postgres postgres;
    private final Path journal;

    JournalCheck(Postgres postgres, Path journal) {
        this.postgres = postgres;
        this.journal = journal;
    }

    void report(Report report) throws Exception {
        try (var connection = postgres.connect()) {
            bring(connection);
            var acknowledged = number(connection, "select count(*) from journal");
            var stored = number(connection, "select count(*) from telemetry.position");
            var missing = number(connection, "select count(*) from found where times = 0");
            var twice = number(connection, "select count(*) from found where times > 1");
            var noted = number(connection, "select count(*) - count(distinct (phone, second)) from journal");
            report.figure("acknowledged", acknowledged, "");
            report.figure("stored", stored, "");
            report.goal("acknowledged_but_not_stored", missing, "", "0", missing == 0);
            report.goal("acknowledged_and_stored_more_than_once", twice, "", "0", twice == 0);
            report.goal("acknowledged_more_than_once", noted, "", "0", noted == 0);
        }
    }

    private void bring(Connection connection) throws Exception {
        try (var statement = connection.createStatement();
                var in = Files.newInputStream(journal)) {
            statement.execute(
                    "create temporary table journal (kind text, phone text, second bigint, lat int, lon int, odometer bigint)");
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy journal from stdin", in);
            statement.execute("analyze journal");
            statement.execute("""
                    create temporary table found as
                    select j.phone, j.second,
                           (select count(*) from telemetry.position p
                             where p.terminal = t.number and p.at = to_timestamp(j.second)
                               and p.lat = j.lat and p.lon = j.lon and p.odometer = j.odometer) as times
                      from journal j left join telemetry.terminal t on t.phone = j.phone
                    """);
        }
    }

    private static double number(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getDouble(1);
        }
    }
}

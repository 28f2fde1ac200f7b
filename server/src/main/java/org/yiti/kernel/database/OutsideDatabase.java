package org.yiti.kernel.database;

import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL of your own: how it is reached, and whether it can hold the house. */
record OutsideDatabase(String url, String user, String password) {

    private static final String SECONDS_TO_ANSWER = "15";

    /** @param address as for psql or for JDBC; an account that stands in it comes before the settings */
    static OutsideDatabase at(String address, String user, String password) {
        var plain = address.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:");
        if (!plain.startsWith("postgresql://")) {
            throw new StartRefused(
                    "YITI_DB_URL is not the address of a PostgreSQL, such as postgresql://db.example.org:5432/yiti");
        }
        var afterScheme = plain.substring("postgresql://".length());
        var host = afterScheme.split("[/?]", 2)[0];
        var account = host.lastIndexOf('@');
        if (account < 0) {
            return new OutsideDatabase("jdbc:" + plain, user, password);
        }
        var parts = host.substring(0, account).split(":", 2);
        return new OutsideDatabase(
                "jdbc:postgresql://" + afterScheme.substring(account + 1),
                decoded(parts[0]),
                parts.length == 2 ? decoded(parts[1]) : password);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The same database, for another account. */
    OutsideDatabase as(String account, String itsPassword) {
        return account.equals(user) ? this : new OutsideDatabase(url, account, itsPassword);
    }

    /** Refuses an account that is kept apart from the owner in name only. */
    void examineBeside(String owner) {
        try (var connection = connect()) {
            ServerAccount.objection(connection, owner).ifPresent(sentence -> {
                throw new StartRefused("The PostgreSQL at " + place() + " " + sentence);
            });
        } catch (SQLException failure) {
            throw new StartRefused(sentence(failure), failure);
        }
    }

    /** Refuses in a sentence what would fail in the middle of a migration. */
    void examine() {
        try (var connection = connect()) {
            Fitness.of(connection).objection().ifPresent(sentence -> {
                throw new StartRefused("The PostgreSQL at " + place() + " " + sentence);
            });
        } catch (SQLException failure) {
            throw new StartRefused(sentence(failure), failure);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("loginTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("ApplicationName", "yiti");
        return DriverManager.getConnection(url, properties);
    }

    private String sentence(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.equals("28P01")) {
            return "The PostgreSQL at " + place() + " does not take this password for the account " + user
                    + ": correct YITI_DB_USER and YITI_DB_PASSWORD.";
        }
        if (state.equals("28000")) {
            return "The PostgreSQL at " + place() + " does not let the account " + user + " in: " + said(failure);
        }
        if (state.equals("3D000")) {
            return "The PostgreSQL at " + place()
                    + " has no such database: create it (docs/operate/install.md) or correct YITI_DB_URL.";
        }
        return "The PostgreSQL at " + place() + " (YITI_DB_URL) cannot be reached: " + said(failure);
    }

    private static String said(SQLException failure) {
        var cause = failure.getCause();
        var words = cause instanceof UnknownHostException ? "unknown host " + cause.getMessage() : failure.getMessage();
        return String.valueOf(words).strip();
    }

    /** Never the password, which may stand among the parameters. */
    private String place() {
        return url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    }
}

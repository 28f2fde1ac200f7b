package org.yiti.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account the server works with when it is not the one that owns the tables: it acts in the roles of the house and
 * has nothing of its own, so that no statement takes a trigger from the log or a policy from a table.
 */
final class ServerAccount {

    /** Of the embedded database. */
    static final String EMBEDDED = "yiti_server";

    static final List<String> ROLES = List.of("rule_reader", "yiti_scoped", "yiti_sees_all", "yiti_all", "yiti_house");

    private static final String POWERS = """
            select rolsuper or rolbypassrls, rolcreaterole or rolcreatedb or rolreplication,
                   exists (select from pg_roles o where o.rolname = ? and pg_has_role(u.oid, o.oid, 'MEMBER'))
              from pg_roles u where u.rolname = current_user
            """;

    private ServerAccount() {}

    /** @param superuser a connection of whom the cluster belongs to */
    static void make(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login;
                        end if;
                    end $$""".formatted(EMBEDDED));
        }
    }

    /** Lets it act in each role. The roles are there once the database is migrated. */
    static void letIn(Connection owner, String account) throws SQLException {
        for (var role : lacking(owner, account)) {
            try (var statement = owner.createStatement()) {
                statement.execute("grant " + role + " to " + statement.enquoteIdentifier(account, true));
            }
        }
    }

    private static List<String> lacking(Connection owner, String account) throws SQLException {
        var lacking = new ArrayList<String>();
        try (var question = owner.prepareStatement("select pg_has_role(?::name, ?::name, 'MEMBER')")) {
            for (var role : ROLES) {
                question.setString(1, account);
                question.setString(2, role);
                try (var answer = question.executeQuery()) {
                    answer.next();
                    if (!answer.getBoolean(1)) {
                        lacking.add(role);
                    }
                }
            }
        }
        return lacking;
    }

    /** Why it might as well be the owner; goes on with "The PostgreSQL at …". */
    static Optional<String> objection(Connection server, String owner) throws SQLException {
        try (var question = server.prepareStatement(POWERS)) {
            question.setString(1, owner);
            try (var answer = question.executeQuery()) {
                answer.next();
                if (answer.getBoolean(1)) {
                    return Optional.of("lets the account of YITI_DB_USER past every policy: alter role … nosuperuser"
                            + " nobypassrls, or name another.");
                }
                if (answer.getBoolean(2)) {
                    return Optional.of("lets the account of YITI_DB_USER make roles or databases or copy them whole:"
                            + " alter role … nocreaterole nocreatedb noreplication, or name another.");
                }
                if (answer.getBoolean(3)) {
                    return Optional.of("lets the account of YITI_DB_USER act as " + owner
                            + ", who owns the tables: name another, which is no member of it, or leave out"
                            + " YITI_DB_OWNER.");
                }
                return Optional.empty();
            }
        }
    }
}

package org.yiti.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What of a PostgreSQL decides whether it can hold the house.
 *
 * @param mayGrant whether the account may make itself a member of the role that judges, or make that role
 */
record Fitness(
        int version,
        String versionName,
        String account,
        String encoding,
        boolean mayCreate,
        boolean migrated,
        boolean extended,
        boolean extensible,
        boolean hasReader,
        boolean isReader,
        boolean mayGrant) {

    static final int OLDEST = 15;

    private static final String QUESTION = """
            select current_setting('server_version_num')::int / 10000, current_setting('server_version'), current_user,
                   current_setting('server_encoding'),
                   has_database_privilege(current_database(), 'CREATE'),
                   exists (select from pg_namespace where nspname = 'facts'),
                   exists (select from pg_extension where extname = 'btree_gist'),
                   exists (select from pg_available_extensions where name = 'btree_gist'),
                   reader.oid is not null,
                   coalesce(pg_has_role(reader.oid, 'MEMBER'), false),
                   me.rolsuper
                   or (me.rolcreaterole and (reader.oid is null or current_setting('server_version_num')::int < 160000))
                   or coalesce(pg_has_role(reader.oid, 'MEMBER WITH ADMIN OPTION'), false)
              from pg_roles me left join pg_roles reader on reader.rolname = 'rule_reader'
             where me.rolname = current_user
            """;

    static Fitness of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(QUESTION)) {
            row.next();
            return new Fitness(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getBoolean(6),
                    row.getBoolean(7),
                    row.getBoolean(8),
                    row.getBoolean(9),
                    row.getBoolean(10),
                    row.getBoolean(11));
        }
    }

    /** Goes on with "The PostgreSQL at …". */
    Optional<String> objection() {
        if (version < OLDEST) {
            return Optional.of("is version " + versionName + ", which is too old: Yiti needs " + OLDEST + " or newer.");
        }
        if (!encoding.equals("UTF8")) {
            return Optional.of(
                    "keeps this database in " + encoding + ": create one with encoding 'UTF8' template template0.");
        }
        if (!mayCreate) {
            return Optional.of("does not let the account " + account
                    + " make schemas in this database: alter database … owner to " + account + ".");
        }
        if (!extended && !extensible) {
            return Optional.of("lacks the extension btree_gist: install it (Debian, Ubuntu: postgresql-contrib).");
        }
        var needed = migrated ? isReader : mayGrant;
        if (!needed && hasReader) {
            return Optional.of("has a role rule_reader that the account " + account
                    + " may not use: grant rule_reader to " + account + " with admin option.");
        }
        if (!needed) {
            return Optional.of("has no role rule_reader, and the account " + account
                    + " may not create it: create role rule_reader nologin; grant rule_reader to " + account
                    + " with admin option.");
        }
        return Optional.empty();
    }
}

package org.yiti.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a PostgreSQL decides whether it can hold the house.
 *
 * @param forbidden roles of ours that are there, and that the account may not use
 * @param missing roles of ours that are not there, and that the account may not create
 */
record Fitness(
        int version,
        String versionName,
        String account,
        String encoding,
        boolean mayCreate,
        boolean extended,
        boolean extensible,
        List<String> forbidden,
        List<String> missing) {

    static final int OLDEST = 15;

    /** The migration that made the role that judges makes every account its member, even one that is; the others do not. */
    private static final String QUESTION = """
            with account as (select * from pg_roles where rolname = current_user),
            role as (
                select ours.name, pg_roles.oid is not null as is_there,
                       account.rolsuper
                       or (account.rolcreaterole and (pg_roles.oid is null or current_setting('server_version_num')::int < 160000))
                       or coalesce(pg_has_role(pg_roles.oid, 'MEMBER WITH ADMIN OPTION'), false)
                       or (coalesce(pg_has_role(pg_roles.oid, 'MEMBER'), false)
                           and (ours.name <> 'rule_reader' or exists (select from pg_namespace where nspname = 'facts'))) as is_usable
                  from account cross join (values ('rule_reader'), ('yiti_all'), ('yiti_house'), ('yiti_scoped'), ('yiti_sees_all')) ours (name)
                  left join pg_roles on pg_roles.rolname = ours.name
            )
            select current_setting('server_version_num')::int / 10000, current_setting('server_version'), current_user,
                   current_setting('server_encoding'),
                   has_database_privilege(current_database(), 'CREATE'),
                   exists (select from pg_extension where extname = 'btree_gist'),
                   exists (select from pg_available_extensions where name = 'btree_gist'),
                   array(select name from role where is_there and not is_usable order by name),
                   array(select name from role where not is_there and not is_usable order by name)
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
                    List.of((String[]) row.getArray(8).getArray()),
                    List.of((String[]) row.getArray(9).getArray()));
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
        if (!forbidden.isEmpty()) {
            return Optional.of("has a role " + forbidden.get(0) + " that the account " + account
                    + " may not use: grant " + String.join(", ", forbidden) + " to " + account
                    + " with admin option.");
        }
        if (!missing.isEmpty()) {
            return Optional.of("has no role " + missing.get(0) + ", and the account " + account
                    + " may not create it: "
                    + missing.stream()
                            .map(role -> "create role " + role + " nologin; ")
                            .collect(Collectors.joining())
                    + "grant " + String.join(", ", missing) + " to " + account + " with admin option.");
        }
        return Optional.empty();
    }
}

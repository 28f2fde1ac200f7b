package org.yiti.law.book;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.springframework.stereotype.Component;
import org.yiti.law.Asked;
import org.yiti.law.GuardedFacts;
import org.yiti.law.Rule;
import org.yiti.law.RuleBench.CaseOutcome;
import org.yiti.law.RuleBench.Complaint;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs the cases of a rule in a transaction that is rolled back: nothing of the house is read, and nothing stays. */
@Component
class CaseBench {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OBJECTS = Set.of("subject", "institution");
    private static final int LONGEST_MILLIS = 5000;

    private final DataSource database;
    private final LawFolder folder;

    CaseBench(DataSource database, LawFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    List<CaseOutcome> run(Rule rule) {
        return GivenCase.of(rule).stream().map(one -> run(rule, one)).toList();
    }

    private CaseOutcome run(Rule rule, GivenCase one) {
        var find = GuardedFacts.asked(rule.id(), "pg_temp", rule.question().find());
        var sql = Asked.on(one.asOf(), null, find);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = " + LONGEST_MILLIS);
                statement.execute("set local timezone = 'Asia/Shanghai'");
                lay(connection, one, rule.question().find());
                var found = find(statement, sql);
                var passed = matches(one.finds(), found);
                return new CaseOutcome(one.name(), passed, passed ? List.of() : found, null);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (IllegalArgumentException e) {
            return new CaseOutcome(
                    one.name(), false, List.of(), new Complaint("cases.yml", null, String.valueOf(e.getMessage())));
        } catch (SQLException e) {
            return new CaseOutcome(one.name(), false, List.of(), located(e, sql));
        }
    }

    /** Everything in the tables was given in the case, so that what the database says may be told. */
    private static Complaint located(SQLException e, String sql) {
        var server = e instanceof PSQLException known ? known.getServerErrorMessage() : null;
        var position = server == null ? 0 : server.getPosition() - PREFIX.length();
        var line = position > 0 && position <= sql.length()
                ? (int) sql.substring(0, position).lines().count()
                : null;
        return new Complaint("find.sql", line, server == null ? "" : String.valueOf(server.getMessage()));
    }

    /** Of what a case lays out nobody expects more. */
    private static final int MOST_FOUND = 1_000;

    private static final String PREFIX = "select to_jsonb(f) from (\n";

    private static List<Map<String, Object>> find(Statement statement, String sql) throws SQLException {
        var found = new ArrayList<Map<String, Object>>();
        statement.setMaxRows(MOST_FOUND);
        try (var rows = statement.executeQuery(PREFIX + sql + "\n) f")) {
            while (rows.next()) {
                found.add(JSON.readValue(rows.getString(1), new TypeReference<LinkedHashMap<String, Object>>() {}));
            }
        }
        return found;
    }

    private void lay(Connection connection, GivenCase one, String find) throws SQLException {
        try (var statement = connection.createStatement()) {
            var types = types(statement);
            var parameters = folder.parameters().stream().collect(Collectors.toMap(Parameter::relation, p -> p));
            var relations = new TreeSet<>(List.of(find.toLowerCase(Locale.ROOT).split("\\W+")));
            relations.retainAll(types.keySet());
            for (var given : one.given().keySet()) {
                if (!types.containsKey(given)) {
                    throw new IllegalArgumentException("there are no facts." + given);
                }
                relations.add(given);
            }
            for (var relation : relations) {
                statement.execute("create temp table %1$s on commit drop as select * from facts.%1$s with no data"
                        .formatted(relation));
                var rows = one.given().get(relation);
                if (rows != null) {
                    fill(connection, relation, rows, types.getOrDefault(relation, Map.of()));
                } else if (parameters.containsKey(relation)) {
                    statement.execute(NationalValues.into(parameters.get(relation), one.divisions()));
                }
                statement.execute("grant select on pg_temp." + relation + " to rule_reader");
            }
            statement.execute("set local search_path = facts");
            statement.execute("set local role rule_reader");
        }
    }

    private static Map<String, Map<String, String>> types(Statement statement) throws SQLException {
        var types = new TreeMap<String, Map<String, String>>();
        try (var rows = statement.executeQuery("""
                select c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
                  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relnamespace = 'facts'::regnamespace and c.relkind = 'v'
                """)) {
            while (rows.next()) {
                types.computeIfAbsent(rows.getString(1), name -> new LinkedHashMap<>())
                        .put(rows.getString(2), rows.getString(3));
            }
        }
        return types;
    }

    private static void fill(
            Connection connection, String relation, List<Map<String, Object>> rows, Map<String, String> types)
            throws SQLException {
        var typed = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var one = new LinkedHashMap<String, Object>();
            row.forEach((column, value) -> {
                if (!column.equals("key")) {
                    if (!types.containsKey(column)) {
                        throw new IllegalArgumentException("facts." + relation + " has no column " + column);
                    }
                    one.put(column, "uuid".equals(types.get(column)) && value != null ? id(value.toString()) : value);
                }
            });
            typed.add(one);
        }
        try (var insert = connection.prepareStatement(
                "insert into pg_temp.%1$s select * from jsonb_populate_recordset(null::pg_temp.%1$s, ?::jsonb)"
                        .formatted(relation))) {
            insert.setString(1, JSON.writeValueAsString(typed));
            insert.executeUpdate();
        }
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static boolean matches(List<Map<String, Object>> wanted, List<Map<String, Object>> found) {
        var left = new ArrayList<>(found);
        return wanted.stream()
                        .allMatch(one -> left.stream()
                                .filter(f -> one.entrySet().stream().allMatch(e -> isSame(e, f)))
                                .findFirst()
                                .map(left::remove)
                                .orElse(false))
                && left.isEmpty();
    }

    private static boolean isSame(Map.Entry<String, Object> wanted, Map<String, Object> found) {
        if (OBJECTS.contains(wanted.getKey())) {
            return id(wanted.getValue().toString()).equals(found.get(wanted.getKey() + "_id"));
        }
        var there = found.get(wanted.getKey());
        return wanted.getValue() instanceof Number && there instanceof Number
                ? new BigDecimal(wanted.getValue().toString()).compareTo(new BigDecimal(there.toString())) == 0
                : String.valueOf(wanted.getValue()).equals(String.valueOf(there));
    }
}

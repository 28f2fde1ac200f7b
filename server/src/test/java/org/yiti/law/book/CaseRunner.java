package org.yiti.law.book;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiti.TestDatabase;
import org.yiti.law.Asked;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks the unmodified question of a rule, as role rule_reader, over temporary tables that shadow the facts. */
final class CaseRunner {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TIDIED_AFTER = 500;

    private final Connection connection;
    private final Map<String, Map<String, String>> columnTypes = new LinkedHashMap<>();
    private final Set<String> parameterRelations;
    private final Set<String> shadowed = new HashSet<>();
    private int asked;

    /** @param cases whose divisions the parameters are to be resolved for */
    CaseRunner(List<RuleCase> cases) {
        var database = TestDatabase.fresh();
        var jdbc = database.jdbc();
        var divisions = cases.stream()
                .flatMap(c -> c.given().getOrDefault("institution", List.of()).stream())
                .map(row -> String.valueOf(row.get("division")))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var division : divisions) {
            var parent = division.endsWith("0000")
                    ? null
                    : division.endsWith("00") ? division.substring(0, 2) + "0000" : division.substring(0, 4) + "00";
            for (var code :
                    parent == null ? List.of(division) : List.of(division.substring(0, 2) + "0000", parent, division)) {
                jdbc.sql("""
                        insert into organization.division (code, name, level, parent_id)
                        select :code, :code, 'CITY', (select id from organization.division where code = :parent)
                        on conflict do nothing""").param("code", code).param("parent", parent(code)).update();
            }
            jdbc.sql("""
                    insert into organization.institution (code, name, kind, level, division_id)
                    select code, code, 'GOVERNMENT_ORGAN', 'CITY', id from organization.division where code = :code""").param("code", division).update();
        }
        LoadedLaw.into(database);
        try {
            connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        parameterRelations = Set.copyOf(jdbc.sql("select relation from law.parameter")
                .query(String.class)
                .list());
        jdbc.sql("""
                select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type
                  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                 where c.relnamespace = 'facts'::regnamespace and c.relkind = 'v'""").query(row -> {
            columnTypes
                    .computeIfAbsent(row.getString(1), t -> new LinkedHashMap<>())
                    .put(row.getString(2), row.getString(3));
        });
    }

    private static String parent(String code) {
        return code.endsWith("0000")
                ? ""
                : code.endsWith("00") ? code.substring(0, 2) + "0000" : code.substring(0, 4) + "00";
    }

    Map<String, Map<String, String>> columnTypes() {
        return columnTypes;
    }

    interface Tampering {
        void with(Statement statement) throws SQLException;
    }

    /** What the question finds. */
    List<Map<String, Object>> find(RuleCase example, String asOf, Tampering tampering) throws SQLException {
        return ask(example, asOf, example.rule().question().find(), tampering);
    }

    List<Map<String, Object>> ask(RuleCase example, String asOf, String question, Tampering tampering)
            throws SQLException {
        return ask(example, asOf, null, question, tampering);
    }

    /** @param institutions those that are judged; null for all */
    List<Map<String, Object>> ask(
            RuleCase example, String asOf, @Nullable Set<UUID> institutions, String question, Tampering tampering)
            throws SQLException {
        var relations = relations(example, question);
        shadow(relations);
        try (var statement = connection.createStatement()) {
            asRulesAsk(statement);
            for (var relation : relations) {
                fill(relation, example.given().get(relation));
            }
            KeptFacts.fill(statement, relations);
            tampering.with(statement);
            var sql = Asked.on(LocalDate.parse(asOf), institutions, question);
            var found = new ArrayList<Map<String, Object>>();
            try (var rows = statement.executeQuery("select to_jsonb(f) from (" + sql + "\n) f")) {
                while (rows.next()) {
                    found.add(JSON.readValue(rows.getString(1), new TypeReference<LinkedHashMap<String, Object>>() {}));
                }
            }
            return found;
        } finally {
            connection.rollback();
        }
    }

    private Set<String> relations(RuleCase example, String question) {
        var words = new TreeSet<>(List.of(question.split("\\W+")));
        words.retainAll(columnTypes.keySet());
        for (var table : example.given().keySet()) {
            if (!columnTypes.containsKey(table)) {
                throw new IllegalArgumentException(example.rule().id() + ": there are no facts." + table);
            }
            words.add(table);
        }
        words.addAll(KeptFacts.madeOf(words));
        return words;
    }

    private static void asRulesAsk(Statement statement) throws SQLException {
        statement.execute("set local role rule_reader");
        statement.execute("set local search_path = facts");
        statement.execute("set local timezone = 'Asia/Shanghai'");
    }

    /** Tables that lie before the views of the same name: made once, filled for a case and emptied by its rollback. */
    private void shadow(Set<String> relations) throws SQLException {
        if (++asked % TIDIED_AFTER == 0) {
            tidy();
        }
        try (var statement = connection.createStatement()) {
            asRulesAsk(statement);
            for (var relation : relations) {
                if (!shadowed.contains(relation)) {
                    statement.execute((parameterRelations.contains(relation)
                                    ? "create temp table %1$s as select * from facts.%1$s"
                                    : "create temp table %1$s (like facts.%1$s)")
                            .formatted(relation));
                }
            }
            connection.commit();
            shadowed.addAll(relations);
        }
    }

    /** What was rolled back lies in the tables until somebody clears it away, and of temporary ones nobody does. */
    private void tidy() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("set role rule_reader");
            for (var relation : shadowed) {
                statement.execute("vacuum pg_temp." + relation);
            }
            statement.execute("reset role");
        }
        connection.setAutoCommit(false);
    }

    private void fill(String relation, @Nullable List<Map<String, Object>> rows) throws SQLException {
        if (rows == null) {
            return;
        }
        if (parameterRelations.contains(relation)) {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from pg_temp." + relation);
            }
        }
        try (var insert = connection.prepareStatement(
                "insert into pg_temp.%1$s select * from jsonb_populate_recordset(null::pg_temp.%1$s, ?::jsonb)"
                        .formatted(relation))) {
            insert.setString(
                    1,
                    JSON.writeValueAsString(
                            rows.stream().map(row -> typed(relation, row)).toList()));
            insert.executeUpdate();
        }
    }

    private Map<String, Object> typed(String relation, Map<String, Object> row) {
        var types = columnTypes.get(relation);
        var typed = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> {
            if (column.equals("key")) {
                return;
            }
            if (!types.containsKey(column)) {
                throw new IllegalArgumentException("facts." + relation + " has no column " + column);
            }
            typed.put(column, types.get(column).equals("uuid") && value != null ? id(value.toString()) : value);
        });
        return typed;
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

package org.yiti.law.book;

import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.book.Parameter.Span;
import org.yiti.law.book.Parameter.Stricter;
import org.yiti.law.book.StoredValue.Content;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code law.division_scope} and {@code law.value_in_force}: what rules read as the parameters of a division. */
@Component
class ValuesInForce {

    private static final JsonMapper JSON = new JsonMapper();

    private record Form(Strictness strictness, List<String> dimensions) {}

    private record Row(
            String scope,
            StrictestValue.Piece piece,
            @Nullable String[] words,
            @Nullable String number) {}

    private final JdbcTemplate jdbc;

    ValuesInForce(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves the tables alone when nothing has changed since. */
    void resolve() {
        jdbc.execute("lock table law.division_scope in share row exclusive mode");
        var values = values();
        var scopes = scopes(values.stream()
                .map(StoredValue::division)
                .filter(d -> d != null)
                .collect(Collectors.toSet()));
        var rows = rows(values, Set.copyOf(scopes.values()));
        if (!scopes.equals(storedScopes())) {
            jdbc.update("delete from law.division_scope");
            jdbc.batchUpdate(
                    "insert into law.division_scope (division, scope) values (?, ?)",
                    scopes.entrySet().stream()
                            .map(e -> new Object[] {e.getKey(), e.getValue()})
                            .toList());
            jdbc.query("select kernel.learn(?)", row -> {}, "law.division_scope");
        }
        if (!fingerprints(rows).equals(storedFingerprints())) {
            jdbc.update("delete from law.value_in_force");
            insert(rows);
            jdbc.query("select kernel.learn(?)", row -> {}, "law.value_in_force");
        }
    }

    private List<StoredValue> values() {
        return jdbc.query(
                """
                select v.id, v.parameter_id, v.division, v.dims, v.value, v.text_value, v.confidence = 'LOCAL' as local,
                       lower(v.valid) as from_day, upper(v.valid) as to_day
                  from law.parameter_value v
                 where v.confidence <> 'TO_CONFIRM'
                    or exists (select from law.confirmation c where c.parameter_id = v.parameter_id)
                 order by v.id
                """,
                (row, n) -> new StoredValue(
                        row.getLong("id"),
                        row.getString("parameter_id"),
                        row.getString("division"),
                        JSON.readValue(row.getString("dims"), new TypeReference<Map<String, String>>() {}),
                        new Content(row.getBigDecimal("value"), row.getString("text_value"), row.getBoolean("local")),
                        new Span(row.getDate("from_day").toLocalDate(), toLocalDate(row.getDate("to_day")))));
    }

    private static @Nullable LocalDate toLocalDate(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /** Of every division with institutions: the regions around it that set any value, from the largest to the smallest. */
    private Map<String, String> scopes(Set<String> regions) {
        var scopes = new TreeMap<String, String>();
        jdbc.query("""
                with recursive above as (
                    select i.division as of_division, i.division as code, 0 as distance
                      from (select distinct division from facts.institution where division is not null) i
                    union all
                    select above.of_division, d.parent, above.distance + 1
                      from above join facts.division d on d.code = above.code
                     where d.parent is not null)
                select of_division, array_agg(code order by distance desc) as codes from above group by of_division
                """, row -> {
            scopes.put(
                    row.getString("of_division"),
                    strings(row.getArray("codes")).stream()
                            .filter(regions::contains)
                            .collect(Collectors.joining("/")));
        });
        return scopes;
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private List<Row> rows(List<StoredValue> values, Set<String> scopes) {
        var forms = forms();
        var groups = values.stream()
                .collect(Collectors.groupingBy(
                        v -> List.of(v.parameterId(), v.dims()), LinkedHashMap::new, Collectors.toList()));
        var rows = new ArrayList<Row>();
        for (var scope : scopes) {
            var regions = scope.isEmpty() ? List.<String>of() : List.of(scope.split("/"));
            for (var group : groups.values()) {
                var form = Objects.requireNonNull(forms.get(group.get(0).parameterId()));
                for (var piece : StrictestValue.pieces(form.strictness(), group, regions)) {
                    rows.add(row(scope, piece, form));
                }
            }
        }
        return rows;
    }

    private Map<String, Form> forms() {
        var forms = new LinkedHashMap<String, Form>();
        jdbc.query("select id, stricter, codes ->> 'value' as codes, dimensions from law.parameter", row -> {
            forms.put(
                    row.getString("id"),
                    new Form(
                            new Strictness(
                                    Stricter.valueOf(row.getString("stricter")),
                                    Optional.ofNullable(row.getString("codes"))
                                            .flatMap(CodeTables::find)
                                            .orElse(null)),
                            strings(row.getArray("dimensions"))));
        });
        return forms;
    }

    private static Row row(String scope, StrictestValue.Piece piece, Form form) {
        var dims = piece.value().dims();
        var words = form.dimensions().stream()
                .filter(d -> !d.endsWith("#"))
                .map(dims::get)
                .toList();
        var number = form.dimensions().stream()
                .filter(d -> d.endsWith("#"))
                .map(d -> dims.get(d.substring(0, d.length() - 1)))
                .findAny()
                .orElse(null);
        return new Row(scope, piece, Arrays.copyOf(words.toArray(String[]::new), 3), number);
    }

    private void insert(List<Row> rows) {
        jdbc.batchUpdate(
                """
                insert into law.value_in_force (scope, parameter_id, d1, d2, d3, n1, value, text_value, valid, value_id)
                values (?, ?, ?, ?, ?, ?::numeric, ?, ?, daterange(?, ?), ?)
                """,
                rows.stream()
                        .map(r -> {
                            var value = r.piece().value();
                            return new Object[] {
                                r.scope(),
                                value.parameterId(),
                                r.words()[0],
                                r.words()[1],
                                r.words()[2],
                                r.number(),
                                value.content().number(),
                                value.content().text(),
                                r.piece().valid().from(),
                                r.piece().valid().to(),
                                value.id()
                            };
                        })
                        .toList());
    }

    private static Set<String> fingerprints(List<Row> rows) {
        return rows.stream()
                .map(r -> r.scope() + "|" + r.piece().value().id() + "|"
                        + r.piece().valid().from() + "|" + r.piece().valid().to())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> storedFingerprints() {
        return new TreeSet<>(jdbc.queryForList(
                "select scope || '|' || value_id || '|' || lower(valid) || '|' || coalesce(upper(valid)::text, 'null') from law.value_in_force",
                String.class));
    }

    private Map<String, String> storedScopes() {
        var scopes = new TreeMap<String, String>();
        jdbc.query("select division, scope from law.division_scope", row -> {
            scopes.put(row.getString("division"), row.getString("scope"));
        });
        return scopes;
    }
}

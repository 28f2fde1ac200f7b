package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;
import org.yiti.Journey;
import org.yiti.TestDatabase;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.law.GuardedFacts;

/** What harm a value can do is said of every column there is: beside the field of a ledger, otherwise in {@code grades/}. */
class GradesTest extends Journey {

    private static final Path FOLDER = Path.of("src/test/resources/grades");

    @Autowired
    private Ledgers ledgers;

    private record Declared(Grade grade, Category category) {}

    private List<String> columns() {
        return TestDatabase.fresh().jdbc().sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                         where table_schema not in ('pg_catalog', 'information_schema', 'public')
                           and not (select relispartition from pg_class
                                     where oid = format('%I.%I', table_schema, table_name)::regclass)
                         order by 1
                        """).query(String.class).list();
    }

    private Map<String, Declared> besideTheField() {
        var all = new TreeMap<String, Declared>();
        for (var ledger : ledgers.all()) {
            var name = ledger.name() + ".";
            for (var column : ledger.own()) {
                all.put(name + column.db(), declared(column));
            }
            // Which row another is: an id by itself tells nobody anything.
            ledger.references()
                    .forEach(reference -> all.put(name + reference.db(), new Declared(Grade.L2, Category.ORDINARY)));
            Stream.of("id", "version", "institution_id", "import_id")
                    .forEach(column -> all.putIfAbsent(name + column, new Declared(Grade.L2, Category.ORDINARY)));
        }
        return all;
    }

    private static Declared declared(Column column) {
        return new Declared(column.grading().grade(), column.grading().category());
    }

    /** {@code table: {L3 personal: [column, …]}} in a file named like the schema. */
    private static Map<String, Declared> inFiles() throws IOException {
        var all = new LinkedHashMap<String, Declared>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.sorted().toList()) {
                var schema = file.getFileName().toString().replace(".yml", "");
                Map<String, Map<String, List<String>>> tables = new Yaml().load(Files.readString(file));
                tables.forEach((table, grades) -> grades.forEach((grade, columns) -> columns.forEach(column -> {
                    var words = grade.split(" ");
                    var category = words.length == 1 ? Category.ORDINARY : Category.valueOf(words[1].toUpperCase());
                    var twice = all.put(
                            schema + "." + table + "." + column, new Declared(Grade.valueOf(words[0]), category));
                    assertThat(twice).as(schema + "." + table + "." + column).isNull();
                })));
            }
        }
        return all;
    }

    @Test
    void rulesOfOnesOwnSeeAllFactsButThoseFromL3Up() throws IOException {
        var seen = new TreeMap<String, TreeSet<String>>();
        var guarded = new TreeSet<String>();
        inFiles().forEach((name, declared) -> {
            var parts = name.split("\\.");
            if (parts[0].equals("facts")) {
                var columns = seen.computeIfAbsent(parts[1], fact -> new TreeSet<>());
                if (declared.grade().compareTo(Grade.L3) >= 0) {
                    guarded.add(parts[1]);
                } else {
                    columns.add(parts[2]);
                }
            }
        });
        seen.keySet().retainAll(guarded);

        assertThat(GuardedFacts.seen().keySet()).isEqualTo(seen.keySet());
        seen.forEach((fact, columns) ->
                assertThat(GuardedFacts.seen().get(fact)).as(fact).containsExactlyInAnyOrderElementsOf(columns));
    }

    @Test
    void everyColumnOfEverySchemaHasAGrade() throws IOException {
        var graded = new TreeSet<>(besideTheField().keySet());
        graded.addAll(inFiles().keySet());

        var ungraded = new ArrayList<>(columns());
        ungraded.removeAll(graded);

        assertThat(ungraded).isEmpty();
    }

    @Test
    void noGradeIsGivenToWhatIsNotThereOrHasOneBesideTheField() throws IOException {
        var stale = new TreeSet<>(inFiles().keySet());
        stale.removeAll(columns());
        var twice = new TreeSet<>(inFiles().keySet());
        twice.retainAll(besideTheField().keySet());

        assertThat(stale).isEmpty();
        assertThat(twice).isEmpty();
    }

    @Test
    void whatIsGuardedInALedgerIsNoLessGuardedInTheFactsOfTheSameName() throws IOException {
        var guarded = new TreeMap<String, Grade>();
        besideTheField().forEach((column, declared) -> {
            if (declared.grade().compareTo(Grade.L3) >= 0) {
                guarded.put(column.substring(column.lastIndexOf('.') + 1), declared.grade());
            }
        });
        guarded.remove("name");

        assertThat(inFiles()).allSatisfy((column, declared) -> {
            var name = column.substring(column.lastIndexOf('.') + 1);
            if (column.startsWith("facts.") && guarded.containsKey(name)) {
                assertThat(declared.grade()).isGreaterThanOrEqualTo(guarded.get(name));
            }
        });
    }
}

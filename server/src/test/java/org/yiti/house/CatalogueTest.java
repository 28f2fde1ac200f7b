package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.yiti.TestDatabase;
import org.yiti.kernel.Refusal;

class CatalogueTest {

    @Test
    void everyRefusalIsWordedInEveryLanguage() throws IOException {
        var missing = new ArrayList<String>();
        for (var file : List.of("refusals_zh.properties", "refusals_en.properties")) {
            var words = new Properties();
            try (var stream = Refusal.class.getResourceAsStream("/" + file)) {
                words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
            for (var type : new ClassFileImporter().importPackages("org.yiti")) {
                if (type.isEnum() && type.isAssignableTo(Refusal.class)) {
                    for (var reason : type.reflect().getEnumConstants()) {
                        var wording = ((Refusal) reason).wording();
                        if (!words.containsKey(wording)) {
                            missing.add(file + ": " + wording);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** What the audit log says of a refusal is its name; the console has a word for each that is kept there. */
    @Test
    void everyRefusalThatIsAnEntryIsWordedInTheAuditList() throws IOException {
        var missing = new ArrayList<String>();
        for (var language : List.of("zh-CN", "en")) {
            var words = Files.readString(Path.of("../web/src/locales", language, "audit.ts"));
            for (var type : new ClassFileImporter().importPackages("org.yiti")) {
                if (type.isEnum() && type.isAssignableTo(Refusal.class)) {
                    for (var constant : type.reflect().getEnumConstants()) {
                        var refusal = (Refusal) constant;
                        var key = refusal.wording().replaceAll("[.-]", "_");
                        if ((refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.ABSENT)
                                && !words.contains(" " + key + ":")) {
                            missing.add(language + ": " + key);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noForeignKeyCrossesASchema() {
        assertThat(TestDatabase.fresh().jdbc().sql("""
                                select c.conname from pg_constraint c
                                  join pg_class child on child.oid = c.conrelid
                                  join pg_class parent on parent.oid = c.confrelid
                                 where c.contype = 'f' and child.relnamespace <> parent.relnamespace
                                """).query(String.class).list())
                .isEmpty();
    }

    @Test
    void ruleReaderReadsFactsAndNothingElse() {
        assertThat(TestDatabase.fresh().jdbc().sql("""
                                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                 where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('facts', 'pg_catalog', 'information_schema')
                                   and has_table_privilege('rule_reader', c.oid, 'select, insert, update, delete')
                                   and has_schema_privilege('rule_reader', n.oid, 'usage')
                                """).query(String.class).list())
                .isEmpty();
    }

    @Test
    void everyPackageSaysThatNothingInItIsNull() throws IOException {
        try (var folders = Files.walk(Path.of("src/main/java/org/yiti"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .filter(CatalogueTest::hasSources)
                            .filter(folder -> !says(folder, "@NullMarked")))
                    .isEmpty();
        }
    }

    private static boolean hasSources(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean says(Path folder, String word) {
        try {
            var info = folder.resolve("package-info.java");
            return Files.exists(info) && Files.readString(info).contains(word);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

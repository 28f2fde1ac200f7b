package org.yiti.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    @Test
    void everyCodeStandsInTheGlossaryUnderItsNames() throws Exception {
        var glossary = Files.readString(Path.of("../docs/glossary.md"));
        for (var table : CodeTables.all()) {
            assertThat(glossary)
                    .contains(table.title().zh() + " " + table.title().en() + " · `" + table.id() + "`");
            for (var code : table.codes()) {
                assertThat(glossary).contains(code.zh() + " " + code.en() + " `" + code.code() + "`");
            }
        }
    }
}

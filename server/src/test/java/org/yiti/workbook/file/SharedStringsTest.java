package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStringsTest {

    @TempDir
    Path folder;

    @Test
    void texts_that_went_to_the_temporary_file_come_back_in_any_order() {
        Random random = new Random(3);
        try (SpilledStrings spilled = new SpilledStrings(32_767)) {
            for (int i = 0; i < 50_000; i++) {
                spilled.add(text(i));
            }
            for (int n = 0; n < 20_000; n++) {
                int i = n % 3 == 0 ? random.nextInt(50_000) : n;
                assertThat(spilled.get(i)).isEqualTo(Cell.text(text(i)));
            }
            assertThat(spilled.get(50_000)).isNull();
        }
    }

    private static String text(int i) {
        return i % 5_000 == 1 ? "长".repeat(30_000) + i : i % 7 == 0 ? "" : "房间 " + i;
    }

    @Test
    void more_texts_than_memory_allows_are_read_from_a_workbook() {
        int count = 500_000;
        StringBuilder strings = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            strings.append("<si><t>机关事务管理局第").append(i).append("号_x000A_</t></si>");
            if (i % 100 == 0) {
                rows.append("<row><c t='s'><v>")
                        .append(i)
                        .append("</v></c><c t='s'><v>")
                        .append(count - 1 - i)
                        .append("</v></c></row>");
            }
        }
        Path file = Sample.rows(rows.toString()).strings(strings.toString()).in(folder);
        int[] next = {0};
        assertThat(Sample.read(file)).hasSize(count / 100).allMatch(row -> {
            int i = next[0];
            next[0] += 100;
            return row.cell(0).equals(Cell.text("机关事务管理局第" + i + "号\n"))
                    && row.cell(1).equals(Cell.text("机关事务管理局第" + (count - 1 - i) + "号\n"));
        });
    }
}

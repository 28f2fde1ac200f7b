package org.yiti.workbook.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.workbook.ImportJourney;

class TidyImportsTest extends ImportJourney {

    private static final byte[] DIVISIONS = "区划代码,区划名称,级别\n970200,整理市,市级\n".getBytes(UTF_8);

    @Autowired
    private TidyImports tidy;

    @Test
    void givesUpWhatWasCheckedLongAgoAndForgotten() throws Exception {
        var id = checked();
        database.sql("update workbook.import set checked_at = now() - interval '31 days' where id = :id")
                .param("id", id)
                .update();

        tidy.tidy();

        var found = rested(id);
        assertThat(found).containsEntry("state", "CANCELLED");
        assertThat(found.get("refusal").toString()).contains("检查后 30 天没有写入");
        assertThat(leftOf(id)).isEmpty();
        assertThat(database.sql("select count(*) from workbook.import_chunk where import_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesWhatWasCheckedOfLate() throws Exception {
        var id = checked();

        tidy.tidy();

        assertThat(rested(id)).containsEntry("state", "CHECKED");
        assertThat(leftOf(id)).hasSize(2);
    }

    private UUID checked() throws InterruptedException {
        var id = upload(ADMINISTRATOR, "d.csv", DIVISIONS);
        assertThat(rested(id)).containsEntry("state", "CHECKED");
        return id;
    }

    private List<String> leftOf(UUID id) {
        return database.sql("select tablename from pg_tables where schemaname = 'ledger' and tablename like :name")
                .param("name", "%" + id.toString().replace("-", "") + "%")
                .query(String.class)
                .list();
    }
}

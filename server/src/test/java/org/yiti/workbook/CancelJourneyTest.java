package org.yiti.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Soon;

/** Somebody thinks better of it while the work is under way. */
class CancelJourneyTest extends ImportJourney {

    @Autowired
    private DataSource source;

    private static byte[] divisions(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(n -> "C%06d,区划%d,县级\n".formatted(n, n))
                .collect(Collectors.joining("", "区划代码,区划名称,级别\n", ""))
                .getBytes(UTF_8);
    }

    private void cancel(UUID id) {
        assertThat(post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/cancel", Map.of()))
                .hasStatus2xxSuccessful();
    }

    /** How many tables of the check there are. */
    private long stage(UUID id) {
        return database.sql(
                        "select count(*) from pg_tables where schemaname = 'ledger' and tablename like '%' || :name || '%'")
                .param("name", id.toString().replace("-", ""))
                .query(Long.class)
                .single();
    }

    private long left(UUID id) {
        return database.sql("""
                        select (select count(*) from pg_tables where schemaname = 'ledger' and tablename like '%' || :name || '%')
                             + (select count(*) from workbook.import_chunk where import_id = :id)
                        """)
                .param("name", id.toString().replace("-", ""))
                .param("id", id)
                .query(Long.class)
                .single();
    }

    @Test
    void aCheckThatIsStoppedLeavesNothingBehind() throws Exception {
        var id = upload(ADMINISTRATOR, "many.csv", divisions(150_000));
        Soon.soon("the check is under way", () -> stage(id), there -> there > 0);
        assertThat(state(id)).isEqualTo("CHECKING");

        cancel(id);

        assertThat(rested(id)).containsEntry("state", "CANCELLED");
        assertThat(left(id)).isZero();
    }

    /** The first sheet is written while the second waits for us to think better of it. */
    @Test
    void anImportThatIsStoppedWhileItIsWrittenHasWrittenNothingAndCanBeAppliedAgain() throws Exception {
        var lines = new ArrayList<>(List.of("区划代码,区划名称,级别"));
        IntStream.range(0, 1_000).forEach(n -> lines.add("979900%03d,停写%d,县级".formatted(n, n)));
        var sheets = new LinkedHashMap<String, List<String>>();
        sheets.put("行政区划", lines);
        sheets.put("机构", List.of("单位编码,单位名称,单位性质,机关层级,区划代码", "CJ-1,停写局,政府机关,县级,979900001"));
        var id = upload(ADMINISTRATOR, "some.xlsx", workbook(sheets));
        assertThat(rested(id)).containsEntry("state", "CHECKED").containsEntry("problems", 0);

        try (var held = source.getConnection()) {
            held.setAutoCommit(false);
            held.createStatement().execute("lock table organization.division in share mode");
            post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
            Soon.soon("the first sheet waits to be written", this::waiting, waits -> waits);
            cancel(id);
            held.rollback();
        }

        assertThat(rested(id)).containsEntry("state", "CHECKED");
        assertThat(items(get(ADMINISTRATOR, "/api/organization/divisions?code=979900001")))
                .isEmpty();
        assertThat(left(id)).isPositive();
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        assertThat(rested(id)).containsEntry("state", "APPLIED");
        assertThat(items(get(ADMINISTRATOR, "/api/organization/divisions?code=979900001")))
                .hasSize(1);
    }

    private boolean waiting() {
        return database.sql("""
                        select exists (select from pg_locks l join pg_stat_activity a using (pid)
                                        where l.relation = 'organization.division'::regclass and not l.granted and a.query like 'insert into organization.division%')
                        """).query(Boolean.class).single();
    }

    private String state(UUID id) {
        return String.valueOf(
                json(get(ADMINISTRATOR, "/api/workbook/imports/" + id)).get("state"));
    }
}

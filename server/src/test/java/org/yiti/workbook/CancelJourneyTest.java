package org.yiti.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody thinks better of it while the work is under way. */
class CancelJourneyTest extends ImportJourney {

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
        while (!"CHECKING"
                .equals(json(get(ADMINISTRATOR, "/api/workbook/imports/" + id)).get("state"))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        cancel(id);

        assertThat(rested(id)).containsEntry("state", "CANCELLED");
        assertThat(left(id)).isZero();
    }

    @Test
    void anImportThatIsStoppedWhileItIsWrittenHasWrittenNothingAndCanBeAppliedAgain() throws Exception {
        var id = upload(ADMINISTRATOR, "some.csv", divisions(20_000));
        assertThat(rested(id)).containsEntry("state", "CHECKED");

        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        cancel(id);

        assertThat(rested(id)).containsEntry("state", "CHECKED");
        assertThat(items(get(ADMINISTRATOR, "/api/organization/divisions?code=C000000")))
                .isEmpty();
        assertThat(left(id)).isPositive();
        cancel(id);
        assertThat(rested(id)).containsEntry("state", "CANCELLED");
    }
}

package org.yiti.safeguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** What is sealed of a new row is written in a quick way, and compared later with what the slow way writes: to the letter. */
class RowTextTest {

    private static final Map<String, List<Object>> VALUES = Map.of(
            "uuid", List.of("0190a3c4-0000-7000-8000-0123456789ab"),
            "text", List.of("甲\"乙\\丙/\n\t\u0001<&>𠮷", "", "~2.sm4.k.i.payload", "null"),
            "integer", List.of(0, -7, 2_147_483_647),
            "bigint", List.of(9_007_199_254_740_993L),
            "numeric", List.of("12.50", "-0.000001", "0", "0.10"),
            "boolean", List.of(true, false),
            "date", List.of("2026-02-28", "0099-01-01", "infinity"),
            "timestamp with time zone",
                    List.of("2026-02-28 23:59:59.123456+08", "1900-01-01 00:00:00+00", "-infinity"));

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().dataSource());

    private record Place(String name, String type) {}

    private List<String> ledgers() {
        return database.sql("select tgrelid::regclass::text from pg_trigger where tgname = 'records_insert' order by 1")
                .query(String.class)
                .list();
    }

    private List<Place> columns(String ledger) {
        return database.sql("""
                        select attname as name, format_type(atttypid, null) as type from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped
                        """).param(ledger).query(Place.class).list();
    }

    /** @param turn which of the values of a kind; below zero for none but the id's */
    private String row(String ledger, int turn) {
        var row = new TreeMap<String, Object>();
        for (var column : columns(ledger)) {
            var values = VALUES.get(column.type());
            assertThat(values)
                    .as("a column of a kind that has no example: %s %s", ledger, column)
                    .isNotNull();
            if (turn >= 0 || column.name().equals("id")) {
                row.put(column.name(), values.get(Math.max(0, turn) % values.size()));
            }
        }
        return JsonMapper.shared().writeValueAsString(row);
    }

    @Test
    void everyLedgerIsWrittenAsJsonWouldBe() {
        assertThat(ledgers()).hasSizeGreaterThan(20);
        for (var ledger : ledgers()) {
            var quick = database.sql("select lifeline.text_of(?::regclass)")
                    .param(ledger)
                    .query(String.class)
                    .single();
            assertThat(quick).as(ledger).contains("concat_ws");
            for (var turn = -1; turn < 4; turn++) {
                var pair = database.sql("select " + quick
                                + " as quick, jsonb_strip_nulls(to_jsonb(t) - 'version')::text as slow"
                                + " from json_populate_record(null::" + ledger + ", ?::json) t")
                        .param(row(ledger, turn))
                        .query()
                        .singleRow();
                assertThat(pair.get("quick")).as(ledger).isEqualTo(pair.get("slow"));
            }
        }
    }

    @Test
    void whatJsonWritesInItsOwnWayIsLeftToIt() {
        database.sql("create table kernel.odd (id uuid, marks text[], version integer)")
                .update();

        assertThat(database.sql("select lifeline.text_of('kernel.odd')")
                        .query(String.class)
                        .single())
                .startsWith("jsonb_strip_nulls");
    }

    @Test
    void idsOfNewRowsStandInTheOrderOfTime() {
        var ids = Stream.generate(() -> database.sql("select kernel.new_id() from pg_sleep(0.002)")
                        .query(UUID.class)
                        .single())
                .limit(3)
                .toList();

        assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2).doesNotHaveDuplicates();
        assertThat(ids.stream().map(UUID::toString)).isSorted();
    }
}

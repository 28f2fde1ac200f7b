package org.yiti.meters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiti.meters.MeterRefusal.*;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Mutations;
import org.yiti.meters.Refuses;
import org.yiti.meters.json.MeterReading.Quality;

class ReadingBatchTest {

    private static final String GOOD = """
            {"version": 1, "batch": "b-1", "gateway": "gw-01", "sent": "2026-11-28T08:00:05+08:00", "zone": "+08:00",
             "x-firmware": {"any": [1, 2, {"deep": true}]},
             "readings": [
              {"meter": "M1", "time": "2026-11-28T08:00:00+08:00", "register": 12345.60, "unit": "kWh", "sequence": 7},
              {"meter": "M2", "item": "forward", "time": 1795824000000, "register": "17.5", "unit": "m³", "quality": "suspect"},
              {"meter": "M3", "from": "20261128070000", "time": "20261128080000000", "interval": 3.25, "unit": "kWh", "quality": "estimated"}
             ]}
            """;

    private static ReadingBatch parse(String json) {
        return ReadingBatch.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String readings(String line) {
        return "{\"version\":1,\"batch\":\"b\",\"readings\":[" + line + "]}";
    }

    @Test
    void aBatchIsReadWithEveryWayToWriteATime() {
        var batch = parse(GOOD);

        var eight = OffsetDateTime.parse("2026-11-28T08:00:00+08:00");
        assertThat(batch.id()).isEqualTo("b-1");
        assertThat(batch.gateway()).isEqualTo("gw-01");
        assertThat(batch.readings())
                .containsExactly(
                        new MeterReading(
                                "M1", "total", null, eight, new BigDecimal("12345.60"), "kWh", Quality.GOOD, 7L),
                        new MeterReading(
                                "M2", "forward", null, eight, new BigDecimal("17.5"), "m³", Quality.SUSPECT, null),
                        new MeterReading(
                                "M3",
                                "total",
                                eight.minusHours(1),
                                eight,
                                new BigDecimal("3.25"),
                                "kWh",
                                Quality.ESTIMATED,
                                null));
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        var batch = parse(GOOD);

        assertThat(ReadingBatch.parse(batch.json())).isEqualTo(batch);
    }

    @Test
    void whatDoesNotFitIsToldWithItsPlace() {
        var refused = Refuses.with(JSON_UNFIT, () -> parse(GOOD.replace("12345.60", "true")));

        assertThat(refused.facts().get("line")).isEqualTo(4);
        assertThat(refused.facts().get("field")).isEqualTo("register");
        assertThat((int) refused.facts().get("column")).isBetween(60, 75);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1}",
                "{\"meter\":\"M\",\"register\":1,\"unit\":\"kWh\"}",
                "{\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00\",\"register\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"20261128080000\",\"register\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-02-30T08:00:00+08:00\",\"register\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":99999999999999999999,\"register\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":12,\"register\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1e5,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1e999999999,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":\"NaN\",\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"interval\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"from\":\"2026-11-28T09:00:00+08:00\",\"time\":\"2026-11-28T08:00:00+08:00\",\"interval\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1,\"interval\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1,\"unit\":\"kWh\",\"qualty\":\"good\"}",
                "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1,\"unit\":\"kWh\",\"quality\":\"great\"}",
                "{\"meter\":\"\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1,\"unit\":\"kWh\"}",
                "{\"meter\":\"M\\u0000\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1,\"unit\":\"kWh\"}",
                "[]",
                "1",
            })
    void aLineThatIsNotWholeRefusesTheBatch(String line) {
        var good = "{\"meter\":\"M\",\"time\":\"2026-11-28T08:00:00+08:00\",\"register\":1,\"unit\":\"kWh\"}";

        assertThat(parse(readings(good)).readings()).hasSize(1);
        Refuses.with(JSON_UNFIT, () -> parse(readings(good + "," + line)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"version\":1,\"version\":1}",
                "{\"version\":1,\"batch\":\"b\",\"readings\":[{\"meter\":\"a\",\"meter\":\"b\"}]}",
                "{\"version\":1,\"batch\":\"b\",\"readings\":[NaN]}",
                "{\"version\":1} x",
                "{\"version\":1,}",
                "{\"x-a\":[[[[[[[[[[[[1]]]]]]]]]]]]}",
            })
    void whatIsNoJsonIsRefusedWithItsPlace(String json) {
        Refuses.orTakes(ReadingBatchTest::parse, json);
        assertThatThrownBy(() -> parse(json)).isInstanceOf(MeterRefused.class);
    }

    @Test
    void otherVersionsAndEmptyBatchesAreRefused() {
        Refuses.with(VERSION_UNKNOWN, () -> parse(GOOD.replace("\"version\": 1", "\"version\": 2")));
        Refuses.with(JSON_UNFIT, () -> parse(readings("")));
        Refuses.with(JSON_UNFIT, () -> parse("{\"version\":1,\"readings\":[]}"));
        Refuses.with(JSON_UNFIT, () -> parse("{}"));
        Refuses.with(JSON_MALFORMED, () -> parse(GOOD + "x"));
    }

    @Test
    void aBatchLargerThanAnyGatewaySendsIsRefused() {
        var line = "{\"meter\":\"M\",\"time\":1795824000000,\"register\":1,\"unit\":\"k\"}";
        var most = String.join(",", Collections.nCopies(ReadingBatch.MOST_READINGS, line));

        assertThat(parse(readings(most)).readings()).hasSize(ReadingBatch.MOST_READINGS);
        Refuses.with(BATCH_TOO_LARGE, () -> parse(readings(most + "," + line)));
        Refuses.with(BATCH_TOO_LARGE, () -> parse(GOOD + " ".repeat(ReadingBatch.MOST_BYTES)));
    }

    @Test
    void aTopicNamesItsGateway() {
        assertThat(ReadingTopic.parse("yiti/gw-01/readings").receipts()).isEqualTo("yiti/gw-01/receipts");
        for (var topic : List.of(
                "yiti/+/readings", "yiti//readings", "yiti/a/b/readings", "yiti/a/receipts", "", "yiti/../readings")) {
            Refuses.with(TOPIC_MALFORMED, () -> ReadingTopic.parse(topic));
        }
    }

    @Provide
    Arbitrary<byte[]> broken() {
        return Mutations.of(List.of(
                GOOD.getBytes(StandardCharsets.UTF_8),
                GOOD.getBytes(StandardCharsets.UTF_16BE),
                parse(GOOD).json()));
    }

    @Property(tries = 5000)
    void brokenBytesAreRefusedByNameAndNothingElse(@ForAll("broken") byte[] bytes) {
        Refuses.orTakes(
                garbage -> assertThat(ReadingBatch.parse(garbage).readings()).isNotEmpty(), bytes);
    }
}

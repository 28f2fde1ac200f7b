package org.yiti.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.TestLog;
import org.yiti.proof.tree.Hashing;

class AuditEntryTest {

    private final Salt salt = Salt.fresh(new SeededRandom(1));
    private final AuditEntry entry = new AuditEntry(
            42,
            Instant.parse("2026-03-01T08:00:00.123Z"),
            "account/7",
            "account/3",
            "identity.unmask",
            "organization.person/99",
            Fingerprint.of(Hashing.SM3, "before".getBytes(UTF_8)),
            Fingerprint.of(Hashing.SHA_256, "after".getBytes(UTF_8)),
            "r-1",
            "done",
            Map.of("reason", salt.commit(Hashing.SM3, "reason", "查案".getBytes(UTF_8))));

    @Test
    void itIsReadAsItWasWritten() {
        assertThat(AuditEntry.parse(entry.bytes())).isEqualTo(entry);
        assertThat(AuditEntry.parse(TestLog.entry(1, "a")).bytes()).isEqualTo(TestLog.entry(1, "a"));
    }

    @Test
    void itIsWrittenInOneWayOnly() {
        assertThat(new String(TestLog.entry(1, "a"), UTF_8))
                .isEqualTo("{\"action\":\"fleet.dispatch\",\"actor\":\"a\",\"at\":\"2026-03-01T08:00:01Z\","
                        + "\"format\":\"yiti-audit-1\",\"object\":\"fleet.vehicle/1\",\"outcome\":\"done\","
                        + "\"requestId\":\"request-1\",\"seq\":1}");
    }

    @Test
    void whatIsPersonalIsNotInIt() {
        assertThat(new String(entry.bytes(), UTF_8)).doesNotContain("查案").contains("\"reason\":\"sm3:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seq\":1 | \"seq\":0",
                "\"seq\":1 | \"seq\":\"1\"",
                "\"seq\":1 | \"seq\":1,\"z\":1",
                ",\"seq\":1 | ''",
                "2026-03-01T08:00:01Z | 2026-03-01T08:00:01.000Z",
                "2026-03-01T08:00:01Z | 2026-03-01T16:00:01+08:00",
                "2026-03-01T08:00:01Z | yesterday",
                "yiti-audit-1 | yiti-audit-2",
                "\"a\" | \"\"",
                "\"a\" | 5",
                "\"a\" | null",
                "\"requestId\":\"request-1\" | \"personal\":{}",
                "\"requestId\":\"request-1\" | \"personal\":{\"a\":\"b\"}",
                "\"requestId\":\"request-1\" | \"requestId\":null",
            })
    void whatIsNoEntryIsRefused(String from, String to) {
        var json = new String(TestLog.entry(1, "a"), UTF_8).replace(from, to);

        assertThatThrownBy(() -> AuditEntry.parse(json.getBytes(UTF_8))).isInstanceOf(ProofRefused.class);
    }

    @Test
    void anEntryThatDoesNotFitIntoABundleIsRefused() {
        Refuses.with(Refusal.ENTRY_TOO_LONG, () -> TestLog.entry(1, "a".repeat(66_000)));
    }

    @Property(tries = 200)
    void theNumberIsReadOffTheEndWhateverStandsBefore(
            @ForAll @LongRange(min = 1, max = 9_007_199_254_740_991L) long seq,
            @ForAll @StringLength(min = 1, max = 20) String actor) {
        if (UTF_8.newEncoder().canEncode(actor)) {
            assertThat(Numbers.of(TestLog.entry(seq, actor))).isEqualTo(seq);
            assertThat(Numbers.of(TestLog.entry(seq, actor + ",\"seq\":77}"))).isEqualTo(seq);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"seq\":5} | 5",
                "{\"a\":1,\"seq\":5} | 5",
                "'' | -1",
                "} | -1",
                "5} | -1",
                "\"seq\":5} | -1",
                "{\"seq\":} | -1",
                "{\"seq\":\"5\"} | -1",
                "{\"seq\":5}} | -1",
                "{\"xseq\":5} | -1",
                "{\"seq\":12345678901234567} | -1",
                "{\"a\":{\"seq\":5}} | -1",
            })
    void whatHasNoNumberHasNone(String entry, long number) {
        assertThat(Numbers.of(entry.getBytes(UTF_8))).isEqualTo(number);
    }
}

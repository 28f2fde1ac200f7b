package org.yiti.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.kernel.identifier.SocialCreditCode.Verdict.MALFORMED;
import static org.yiti.kernel.identifier.SocialCreditCode.Verdict.SUSPICIOUS;
import static org.yiti.kernel.identifier.SocialCreditCode.Verdict.VALID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.ReferenceData;
import tools.jackson.databind.json.JsonMapper;

class SocialCreditCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110108351303601C",
                "91350200776049653A",
                "123502001549897397",
                "9135021359498494XQ",
                "1133000000000014X0",
                "11330000000000035Y"
            })
    void aCodeWithItsCheckCharacterIsValid(String code) {
        assertThat(SocialCreditCode.of(code).verdict()).isEqualTo(VALID);
    }

    @Test
    void aGenuineCodeWithAWrongCheckCharacterIsOnlySuspicious() {
        var code = SocialCreditCode.of("91350203M0001QAY9B");
        assertThat(code.verdict()).isEqualTo(SUSPICIOUS);
        assertThat(code.expected()).isEqualTo('9');
    }

    @Test
    void spacesCaseAndWidthDoNotMatter() {
        assertThat(SocialCreditCode.of(" 91 110108-351303601c ")).isEqualTo(SocialCreditCode.of("９１１１０１０８３５１３０３６０１Ｃ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "9111000060003IOZSV", "00000000000000000", "91110108351303601C1"})
    void whatHasNotTheFormOfACodeIsMalformed(String text) {
        assertThat(SocialCreditCode.of(text).verdict()).isEqualTo(MALFORMED);
        assertThat(SocialCreditCode.of(text).expected()).isNull();
    }

    @Test
    void agreesWithPublishedCases() {
        var cases = JsonMapper.shared()
                .readTree(ReferenceData.folder("cn_reference/uscc").resolve("uscc_cases.json"));
        cases.get("valid")
                .forEach(c -> assertThat(SocialCreditCode.of(c.stringValue()).verdict())
                        .isEqualTo(VALID));
        cases.get("validFormattedInput").forEach(c -> {
            var code = SocialCreditCode.of(c.get("in").stringValue());
            assertThat(code.verdict()).isEqualTo(VALID);
            assertThat(code.value()).isEqualTo(c.get("normalised").stringValue());
        });
        cases.get("hutoolValid")
                .forEach(c -> assertThat(SocialCreditCode.of(c.stringValue()).verdict())
                        .isEqualTo(VALID));
        cases.get("hutoolFormatOnly")
                .forEach(c -> assertThat(SocialCreditCode.of(c.stringValue()).verdict())
                        .isNotEqualTo(MALFORMED));
        cases.get("invalid")
                .forEach(c -> assertThat(
                                SocialCreditCode.of(c.get("v").stringValue()).verdict())
                        .as(c.get("v").stringValue())
                        .isNotEqualTo(VALID));
    }
}

package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiti.law.Explanation;

class ExplanationTest {

    @Test
    void numbersAreWrittenOutAsPeopleWriteThem() {
        assertThat(said("24.00")).isEqualTo("24");
        assertThat(said("24.10")).isEqualTo("24.1");
        assertThat(said("9.0E-4")).isEqualTo("0.0009");
        assertThat(said("1.25E7")).isEqualTo("12500000");
        assertThat(said("100")).isEqualTo("100");
    }

    @Test
    void whatOnlyLooksLikeANumberStaysAsItIs() {
        assertThat(said("2026-06-30")).isEqualTo("2026-06-30");
        assertThat(said("1E楼")).isEqualTo("1E楼");
        assertThat(said("")).isEmpty();
    }

    private static String said(String value) {
        return Explanation.sentence("{x}", name -> value, (table, code) -> code);
    }
}

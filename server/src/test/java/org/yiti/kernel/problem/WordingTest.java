package org.yiti.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class WordingTest {

    private final StaticMessageSource sentences = new StaticMessageSource();
    private final Wording wording = new Wording(sentences);

    @BeforeEach
    void someWords() {
        sentences.addMessage("constraint.", Locale.CHINESE, "与已有数据冲突");
        sentences.addMessage("constraint.number_is_unique", Locale.CHINESE, "号码 {number} 已有");
    }

    @Test
    void aSentenceSaysItsFacts() {
        assertThat(wording.of("constraint.number_is_unique", Locale.CHINESE, Map.of("number", "1-%")))
                .isEqualTo("号码 1-% 已有");
    }

    @Test
    void whatNobodyHasWordedIsSaidAsItsKindIsAndNeverByItsNameInTheDatabase() {
        assertThat(wording.of("constraint.area_is_positive", Locale.CHINESE, Map.of()))
                .isEqualTo("与已有数据冲突");
        assertThat(wording.of("constraint.", Locale.CHINESE, Map.of())).isEqualTo("与已有数据冲突");
    }

    @Test
    void aKeyOfNoKindIsItsOwnSentence() {
        assertThat(wording.of("nothing", Locale.ENGLISH, Map.of())).isEqualTo("nothing");
    }
}

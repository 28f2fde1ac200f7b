package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalIsWordedInBothLanguages(Refusal refusal) {
        var refused = new Refused(refusal, 3, Map.of());

        assertThat(refused.sentence(Locale.ENGLISH)).isNotBlank();
        assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var english = ResourceBundle.getBundle("org.yiti.jt808.refusals", Locale.ENGLISH);
        var chinese = ResourceBundle.getBundle("org.yiti.jt808.refusals", Locale.CHINESE);

        assertThat(chinese.keySet()).isEqualTo(english.keySet()).hasSize(Refusal.values().length);
    }
}

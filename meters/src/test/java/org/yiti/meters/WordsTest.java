package org.yiti.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @ParameterizedTest
    @EnumSource(MeterRefusal.class)
    void everyRefusalIsWordedInBothLanguages(MeterRefusal refusal) {
        var refused = new MeterRefused(refusal);

        assertThat(refused.sentence(Locale.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var english = ResourceBundle.getBundle("org.yiti.meters.refusals", Locale.ENGLISH);
        var chinese = ResourceBundle.getBundle("org.yiti.meters.refusals", Locale.CHINESE);

        assertThat(english.keySet()).hasSize(MeterRefusal.values().length).isEqualTo(chinese.keySet());
        for (var key : english.keySet()) {
            assertThat(facts(chinese.getString(key))).as(key).isEqualTo(facts(english.getString(key)));
        }
    }

    @Test
    void aLanguageThatIsNotSpokenIsAnsweredInEnglish() {
        var refused = new MeterRefused(MeterRefusal.CHECKSUM_WRONG, Map.of("at", 12));

        assertThat(refused.sentence(Locale.FRENCH)).isEqualTo("The checksum at byte 12 does not match.");
    }

    private static TreeSet<String> facts(String sentence) {
        var facts = new TreeSet<String>();
        var found = Pattern.compile("\\{\\w+}").matcher(sentence);
        while (found.find()) {
            facts.add(found.group());
        }
        return facts;
    }
}

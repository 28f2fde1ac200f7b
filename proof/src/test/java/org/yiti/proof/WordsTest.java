package org.yiti.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalIsWordedInBothLanguages(Refusal refusal) {
        var refused = new ProofRefused(refusal);

        assertThat(refused.sentence(Locale.ENGLISH))
                .endsWithIgnoringCase(refused.sentence(Locale.US))
                .isNotBlank();
        assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.yiti.proof.refusals", "org.yiti.proof.verify.words"})
    void bothLanguagesSayTheSameThings(String bundle) {
        var english = ResourceBundle.getBundle(bundle, Locale.ENGLISH);
        var chinese = ResourceBundle.getBundle(bundle, Locale.CHINESE);

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (var key : english.keySet()) {
            assertThat(facts(chinese.getString(key))).as(key).isEqualTo(facts(english.getString(key)));
        }
    }

    @Test
    void factsArePutInAsTheyAreEvenWhenTheyLookLikePatterns() {
        var words = new Words("org.yiti.proof.refusals", Locale.ENGLISH);

        assertThat(words.say("file-absent", Map.of("file", "$1 {file} \\")))
                .isEqualTo("There is no file $1 {file} \\.");
    }

    @Test
    void aLanguageThatIsNotSpokenIsAnsweredInEnglish() {
        assertThat(new ProofRefused(Refusal.NOTE_MALFORMED).sentence(Locale.FRENCH))
                .isEqualTo("This is no signed note.");
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

package org.yiti.kernel.problem;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of the house, in the language asked for. {@code {name}} in a sentence is filled with the fact of that name. */
@Component
public class Wording {

    private final MessageSource sentences;

    Wording(MessageSource sentences) {
        this.sentences = sentences;
    }

    /** The sentence of a key; where nobody has worded it that of its kind ({@code constraint.}), else the key itself. */
    public String of(String key, Locale locale, Map<String, ?> facts) {
        var language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
        var ofItsKind = sentences.getMessage(key.substring(0, key.indexOf('.') + 1), null, key, language);
        var sentence = String.valueOf(sentences.getMessage(key, null, ofItsKind, language));
        for (var fact : facts.entrySet()) {
            sentence = sentence.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        return sentence;
    }
}

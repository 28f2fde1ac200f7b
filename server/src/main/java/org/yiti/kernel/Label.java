package org.yiti.kernel;

import java.util.Locale;

/** A word or sentence in both languages of the house. */
public record Label(String zh, String en) {

    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}

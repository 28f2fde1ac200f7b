package org.yiti.jt808.layout;

/**
 * One thing said in Chinese and in English.
 *
 * @param bit which bit says it, -1 where it is none
 */
public record Word(String zh, String en, int bit) {

    public Word(String zh, String en) {
        this(zh, en, -1);
    }

    /** {@code 成功 success}: Chinese without spaces, then English. */
    static Word parse(String text) {
        var space = text.indexOf(' ');
        return space < 0 ? new Word(text, text) : new Word(text.substring(0, space), text.substring(space + 1));
    }

    public Word at(int which) {
        return new Word(zh, en, which);
    }
}

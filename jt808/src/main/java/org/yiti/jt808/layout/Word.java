package org.yiti.jt808.layout;

/** One thing said in Chinese and in English. */
public record Word(String zh, String en) {

    /** {@code 成功 success}: Chinese without spaces, then English. */
    static Word parse(String text) {
        var space = text.indexOf(' ');
        return space < 0 ? new Word(text, text) : new Word(text.substring(0, space), text.substring(space + 1));
    }
}

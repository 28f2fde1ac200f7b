package org.yiti.workbook.file;

/** Collects the text of a string that may be in several runs, without the phonetic guide that East Asian editions add. */
final class RichText {

    /** A character may be written as seven. */
    private static final int ESCAPED = 7;

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private boolean inText;
    private boolean inPhonetic;

    RichText(int limit) {
        this.limit = limit;
    }

    void reset() {
        text.setLength(0);
        inText = false;
        inPhonetic = false;
    }

    void start(String name) {
        if (name.equals("t")) {
            inText = !inPhonetic;
        } else if (name.equals("rPh")) {
            inPhonetic = true;
        }
    }

    void end(String name) {
        if (name.equals("t")) {
            inText = false;
        } else if (name.equals("rPh")) {
            inPhonetic = false;
        }
    }

    void text(char[] ch, int start, int length) {
        if (inText) {
            text.append(ch, start, length);
            if (text.length() > (long) limit * ESCAPED) {
                throw UnreadableFile.over(FileRefusal.TOO_LONG_CELL, limit);
            }
        }
    }

    String raw() {
        return text.toString();
    }

    static Cell cell(String raw, int limit) {
        String value = Characters.unescape(raw);
        if (value.length() > limit) {
            throw UnreadableFile.over(FileRefusal.TOO_LONG_CELL, limit);
        }
        return Cell.text(value);
    }
}

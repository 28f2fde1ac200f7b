package org.yiti.workbook.file;

/** What Excel and prudence do to a text in a CSV file, and the way back, so that a round trip changes nothing. */
final class CsvText {

    /** Excel takes these for the start of a formula, the full-width ones in its East Asian editions. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final int SAFE_DIGITS = 11;

    private CsvText() {}

    static String written(String text) {
        if (afterApostrophes(text)) {
            return "'" + text;
        }
        return wouldChange(text) ? "=\"" + text + "\"" : text;
    }

    static String read(String written) {
        int length = written.length();
        if (length > 1 && written.charAt(0) == '\'' && afterApostrophes(written)) {
            return written.substring(1);
        }
        if (length > 3 && written.startsWith("=\"") && written.indexOf('"', 2) == length - 1) {
            return written.substring(2, length - 1);
        }
        return written;
    }

    private static boolean afterApostrophes(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && STARTS_FORMULA.indexOf(text.charAt(i)) >= 0;
    }

    /** Digits that Excel would round or shorten on opening the file: identity numbers, codes with leading zeros. */
    private static boolean wouldChange(String text) {
        int length = text.length();
        if (length < 2 || length <= SAFE_DIGITS && text.charAt(0) != '0') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

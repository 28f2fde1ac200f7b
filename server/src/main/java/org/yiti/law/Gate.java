package org.yiti.law;

import java.util.Locale;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;

/**
 * What the law does not let be asked for: a check on the way into a ledger, by the very number, day and region that a rule
 * judges with afterwards. Where no number is in force nothing is refused.
 */
public final class Gate {

    private Gate() {}

    /**
     * Refuses a number above the one in force, and says which clause that is.
     *
     * @param column of the ledger, which belongs to an institution
     * @param parameter id of a parameter whose dimensions are words
     * @param day SQL over the candidate row {@code w}: which day's law
     * @param unless SQL over {@code w}: when more is allowed
     * @param dimensions SQL over {@code w}, in the order of the parameter
     */
    public static Check most(String column, String parameter, String day, String unless, String... dimensions) {
        var asked = "('" + parameter + "', w.institution_id, " + day + ", " + String.join(", ", dimensions) + ")";
        var most = "' || trim_scale(law.most" + asked + ") || '";
        var clause = "' || law.clause" + asked + " || '";
        var db = column.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return new Check(
                column,
                true,
                "w." + db + " > law.most" + asked + " and (" + unless + ") is not true",
                new Label(
                        "高于上限 " + most + "（" + clause + "）",
                        "is above " + most + ", the most that is allowed by " + clause));
    }

    /**
     * Refuses a row that lacks what a parameter, a word, requires, and says which clause that is.
     *
     * @param column of the ledger, which belongs to an institution
     * @param parameter id of a parameter that is a word without dimensions
     * @param day SQL over the candidate row {@code w}: which day's law
     * @param lacking SQL over {@code w}: when it is missing
     * @param zh what is missing; a {@code ' || … || '} of SQL may stand in it
     */
    public static Check required(String column, String parameter, String day, String lacking, String zh, String en) {
        var asked = "('" + parameter + "', w.institution_id, " + day + ")";
        var clause = "' || law.clause" + asked + " || '";
        return new Check(
                column,
                true,
                "law.word" + asked + " = 'REQUIRED' and (" + lacking + ")",
                new Label(zh + "（" + clause + "）", en + " (" + clause + ")"));
    }
}

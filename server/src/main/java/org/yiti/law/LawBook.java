package org.yiti.law;

import java.util.List;

/** The law that is loaded. */
public interface LawBook {

    /** Every rule that ships, those to be confirmed included. */
    List<Rule> rules();

    /** What scores rather than judges. */
    List<SuspicionModel> models();

    /** The dictionary of figures. */
    List<Metric> metrics();

    /** What is written in the folder of a rule that ships. */
    RuleFiles files(String ruleId);

    /** Reads a rule that is written elsewhere than in {@code rules/}; refuses it as it would refuse a folder. */
    Rule read(RuleFiles files);

    /** Brings the numbers in force up to date with the divisions that have institutions. To be called before judging. */
    void resolve();

    /**
     * Takes the values of a parameter that are known from memory only into use, or out of it again: somebody has compared
     * them with the text. The numbers in force follow at once.
     *
     * @param reason where it was compared, or what was found wrong
     * @param by account
     * @return false when the parameter has no value that waits to be confirmed
     */
    boolean confirm(String parameter, boolean confirmed, String reason, String by);
}

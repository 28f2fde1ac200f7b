package org.yiti.law;

import java.util.List;

/** The law that is loaded. */
public interface LawBook {

    /** Every rule that ships, those to be confirmed included. */
    List<Rule> rules();

    /** Brings the numbers in force up to date with the divisions that have institutions. To be called before judging. */
    void resolve();
}

package org.yiti.supervision;

import java.time.LocalDate;

/** Judges as of a day that is over, for a bureau whose past is told rather than lived through. Earlier days first. */
public interface EarlierJudgement {

    void judge(LocalDate day);
}

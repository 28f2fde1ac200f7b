package org.yiti.supervision.judging;

/**
 * What one run of a rule came to.
 *
 * @param found how many cases the rule found
 * @param added of them new
 * @param changed of them open and not the same as before
 * @param reopened of them settled before and back again
 * @param mended open before and not found any more
 */
record Verdict(int found, int added, int changed, int reopened, int mended) {

    static final Verdict NOTHING = new Verdict(0, 0, 0, 0, 0);

    /** What a crash would take of it, the next run finds again as it was. */
    boolean movesNothing() {
        return added + changed + reopened + mended == 0;
    }
}

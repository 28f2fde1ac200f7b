package org.yiti.safeguard;

/** Where a module tells what was done. Changes of ledger rows need not be told: the life line has them. */
@FunctionalInterface
public interface Audit {

    /**
     * Seals the act with the transaction under way, before it commits; in one of its own when there is none. Who acts is
     * known from the scope unless the act says it. Where it cannot be sealed, the transaction does not commit. Not for use
     * after a commit, when there is nothing left to seal with.
     */
    void record(Act act);
}

package org.yiti.identity.matrix;

/** Where something lies, seen from an account that keeps a county's offices. */
enum Relation {
    OWN,
    CHILD,
    SIBLING,
    /** Below the sibling. */
    NEPHEW,
    PARENT,
    /** It does not exist: what the answers to all that one may not see are held against. */
    ABSENT;

    boolean isInScope() {
        return this == OWN || this == CHILD;
    }
}

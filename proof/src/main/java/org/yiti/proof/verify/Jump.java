package org.yiti.proof.verify;

/** At this place another number was expected than the one the entry gives itself. */
record Jump(long place, long expected, long number) {}

package org.yiti.kernel;

/** Whoever asked is being told no. Heard while it is known who that is, when what they tried is rolled back. */
public record RefusalAnswered(Refused refused) {}

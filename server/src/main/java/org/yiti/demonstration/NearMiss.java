package org.yiti.demonstration;

/** Something that looks like a breach and is none: the rule must not find it. */
public record NearMiss(String rule, String subject, String why) {}

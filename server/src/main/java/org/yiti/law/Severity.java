package org.yiti.law;

/** What a finding means until a person has looked at it. */
public enum Severity {
    VIOLATION,
    /** Always needs a person before it is called a breach. */
    SUSPICION,
    REMINDER
}

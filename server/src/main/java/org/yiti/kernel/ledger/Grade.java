package org.yiti.kernel.ledger;

/**
 * How much harm it does when a value gets into the wrong hands: the levels of general data of GB/T 43697-2024, annex H.
 * Not for state secrets, which have no place here.
 */
public enum Grade {
    /** None: may be published. */
    L1,
    /** Some, to an organization: for those within whose scope it lies. */
    L2,
    /** Serious, to a person or an organization: identity, contact, where somebody was. */
    L3,
    /** Very serious: identity numbers, financial accounts, biometrics, secrets by which one proves who one is. */
    L4
}

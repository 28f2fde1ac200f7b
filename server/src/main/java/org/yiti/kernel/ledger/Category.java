package org.yiti.kernel.ledger;

/** What kind of value it is in the eyes of the law on personal information (个人信息保护法 4, 28). */
public enum Category {
    /** Of no natural person. */
    ORDINARY,
    /** Tells who somebody is: shown to those whose work is with the people in their scope. */
    PERSONAL,
    /** By which somebody can be reached: shown to nobody unasked. */
    CONTACT,
    /** Sensitive personal information, such as an identity number or an account at a bank: shown to nobody unasked. */
    SENSITIVE,
    /** 行踪轨迹, where a vehicle and whoever was in it were: sensitive, and what the fleet is supervised by. */
    TRACK
}

package org.yiti.identity;

import java.util.Set;

/** What a role may do. */
public enum Permission {
    /** See ledgers, findings and figures of one's scope. */
    READ("ledger.read"),
    /** Change rows of ledgers in one's scope. */
    WRITE("ledger.write"),
    /** Import workbooks into one's scope. */
    IMPORT("workbook.import"),
    /** Bring readings of meters in one's scope: what a gateway's token is for. */
    READINGS("reading.bring"),
    /** Verify, dismiss, order, review and close findings. */
    VERIFY("finding.verify"),
    /** Explain findings and report them rectified. */
    RECTIFY("finding.rectify"),
    /** Switch rules on and off, start a sweep. */
    RULE("rule.govern"),
    /** Open, change and close accounts, end sessions: the system administrator's. */
    ACCOUNT("account.keep"),
    /** Grant and revoke: the security administrator's. */
    GRANT("grant.govern"),
    /** Read the audit log of one's scope, have entries proven and the log handed over: the audit administrator's. */
    AUDIT("audit.read"),
    /** See who people are in the course of work: L3 values of the category PERSONAL. */
    PERSONAL("data.personal"),
    /** See where vehicles were in the course of work: L3 values of the category TRACK. */
    TRACK("data.track"),
    /** Have one masked value shown, for a reason that is kept. */
    REVEAL("data.reveal"),
    /** Decide whether guarded values may leave in a file that somebody else asked for. */
    EXPORT_APPROVAL("export.approve"),
    /** Change the keys of sealed columns, destroy what was sealed of somebody, and delete what was kept long enough. */
    PROTECTION("data.protect");

    /** By which somebody agrees to what another asks for, or decides what the house watches and forgets. */
    public static final Set<Permission> SECOND_PAIR_OF_EYES = Set.of(EXPORT_APPROVAL, PROTECTION, RULE);

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

package org.yiti.identity;

import java.util.Set;
import org.yiti.kernel.Label;

/** What somebody is here for. Simple for now: one role an account. */
public enum Role {
    /** 机关事务管理局管理员: keeps the ledgers and runs supervision for all institutions of the bureau's area. */
    ADMINISTRATOR(
            "局管理员",
            "Bureau administrator",
            Permission.READ,
            Permission.WRITE,
            Permission.IMPORT,
            Permission.VERIFY,
            Permission.RECTIFY,
            Permission.RULE,
            Permission.ACCOUNT,
            Permission.AUDIT,
            Permission.PERSONAL,
            Permission.TRACK,
            Permission.REVEAL,
            Permission.EXPORT_APPROVAL,
            Permission.PROTECTION),
    /** 使用单位经办人: keeps the ledgers of an institution and what is below it, answers its findings. */
    OFFICER(
            "单位经办人",
            "Institution officer",
            Permission.READ,
            Permission.WRITE,
            Permission.IMPORT,
            Permission.RECTIFY,
            Permission.PERSONAL,
            Permission.TRACK,
            Permission.REVEAL),
    /** 督查人员: reads everything, verifies findings, changes no ledger; who somebody is, for a reason. */
    INSPECTOR(
            "督查人员",
            "Inspector",
            Permission.READ,
            Permission.VERIFY,
            Permission.AUDIT,
            Permission.TRACK,
            Permission.REVEAL,
            Permission.EXPORT_APPROVAL);

    private final Label label;
    private final Set<Permission> permissions;

    Role(String zh, String en, Permission... permissions) {
        this.label = new Label(zh, en);
        this.permissions = Set.of(permissions);
    }

    public Label label() {
        return label;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}

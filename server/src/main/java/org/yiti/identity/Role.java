package org.yiti.identity;

import java.util.Arrays;
import java.util.Set;
import org.yiti.kernel.Label;

/** Permissions that are mostly granted together. */
public enum Role {
    /** 机关事务管理局管理员: keeps the ledgers and runs supervision for all institutions of the bureau's area. */
    ADMINISTRATOR(
            "局管理员",
            "Bureau administrator",
            Permission.READ,
            Permission.WRITE,
            Permission.IMPORT,
            Permission.READINGS,
            Permission.VERIFY,
            Permission.RECTIFY,
            Permission.RULE,
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
            Permission.READINGS,
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
            Permission.TRACK,
            Permission.REVEAL,
            Permission.EXPORT_APPROVAL),
    /** 系统管理员: opens and closes accounts, ends sessions. 三员分立: nobody has two of these three (GB/T 22239-2019 8.1.5). */
    SYSTEM_ADMINISTRATOR("系统管理员", "System administrator", Permission.ACCOUNT),
    /** 安全管理员: grants and revokes; opens no account. */
    SECURITY_ADMINISTRATOR("安全管理员", "Security administrator", Permission.GRANT),
    /** 审计管理员: reads the audit log, of the other two as well; changes nothing. */
    AUDIT_ADMINISTRATOR("审计管理员", "Audit administrator", Permission.AUDIT);

    private final Label label;
    private final Set<Permission> permissions;

    Role(String zh, String en, Permission... permissions) {
        this.label = new Label(zh, en);
        this.permissions = Set.of(permissions);
    }

    /** One of the three that no person has two of, and that are never delegated. */
    public boolean isAdministratorsDuty() {
        return this == SYSTEM_ADMINISTRATOR || this == SECURITY_ADMINISTRATOR || this == AUDIT_ADMINISTRATOR;
    }

    /** Of those that hold any of these. */
    public static String[] namesWith(Set<Permission> permissions) {
        return Arrays.stream(values())
                .filter(role -> role.permissions.stream().anyMatch(permissions::contains))
                .map(Role::name)
                .toArray(String[]::new);
    }

    public Label label() {
        return label;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}

package org.yiti.datasecurity;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** Whether what is done with personal data keeps the law, as somebody looked at it. */
final class ComplianceAuditLedger {

    private ComplianceAuditLedger() {}

    static Ledger complianceAudits() {
        return Ledger.of("datasecurity.compliance_audit", "compliance-audits", "个人信息保护合规审计", "Compliance audits")
                .ofInstitution()
                .records("compliance-audit", "institutionName", "auditedOn")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        date("auditedOn", "审计日期", "Audited", L2).needed().sorted(),
                        text("auditor", "审计机构", "Auditor", L2).upTo(120),
                        text("reportNo", "报告编号", "Report no.", L2).upTo(80),
                        integer("problems", "发现问题数", "Problems", L2)
                                .within(0, 10_000)
                                .tucked(),
                        date("mendedOn", "整改完成日期", "Mended", L2).tucked())
                .keyedBy("institutionCode", "auditedOn")
                .checks(Check.order("auditedOn", "mendedOn"));
    }
}

package org.yiti.datasecurity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;

/** All ledgers of data security; each is declared in a file of its own. */
@Component
class DataSecurityLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(
                SystemLedger.systems(),
                ActivityLedger.activities(),
                ImpactAssessmentLedger.impactAssessments(),
                ProvisionLedger.provisions(),
                RiskAssessmentLedger.riskAssessments(),
                ComplianceAuditLedger.complianceAudits(),
                IncidentLedger.incidents(),
                ProcessorLedger.processors());
    }
}

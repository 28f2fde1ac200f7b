package org.yiti.datasecurity;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** Who builds, runs or keeps a system for others, by whose approval and until when. */
final class ProcessorLedger {

    private ProcessorLedger() {}

    static Ledger processors() {
        return Ledger.of("datasecurity.processor", "processors", "受托方和合同", "Processors and their contracts")
                .ofInstitution()
                .records("data-processor", "processor", "contractNo")
                .columns(
                        text("contractNo", "合同编号", "Contract no.", L2).needed().upTo(80),
                        text("processor", "受托方", "Processor", L2).needed().upTo(120),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        code("service", "entrusted-service", "受托事项", "Service", L2)
                                .needed(),
                        text("approvalNo", "批准文号", "Approval no.", L2).upTo(80),
                        date("approvedOn", "批准日期", "Approved", L2).tucked(),
                        yesNo("dutiesAgreed", "合同约定安全保护义务", "Duties agreed", L2).tucked(),
                        date("startsOn", "合同起始", "From", L2).needed().sorted(),
                        date("endsOn", "合同截止", "Until", L2),
                        date("accessClosedOn", "收回权限日期", "Access withdrawn", L2).tucked(),
                        date("dataReturnedOn", "返还或销毁数据日期", "Data given back", L2)
                                .tucked())
                .whenMerged(Rehoming.goes("endsOn"))
                .keyedBy("contractNo")
                .checks(Check.order("startsOn", "endsOn"));
    }
}

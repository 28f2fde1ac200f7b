package org.yiti.datasecurity;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** To whom personal or important data went, what for, and how long that is on record. */
final class ProvisionLedger {

    private ProvisionLedger() {}

    static Ledger provisions() {
        return Ledger.of("datasecurity.provision", "provisions", "数据提供和委托处理记录", "Records of data provided or entrusted")
                .ofInstitution()
                .records("data-provision", "recordNo")
                .columns(
                        text("recordNo", "记录编号", "Record no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        code("kind", "provision-kind", "方式", "Kind", L2).needed(),
                        code("data", "provided-data", "数据类别", "Data", L2).needed(),
                        text("recipient", "数据接收方", "Recipient", L2).needed().upTo(120),
                        text("scope", "目的、方式、范围", "Purpose and scope", L2)
                                .upTo(500)
                                .tucked(),
                        date("providedOn", "提供日期", "Provided", L2).needed().sorted(),
                        text("agreementNo", "合同或协议编号", "Agreement no.", L2).upTo(80),
                        date("keptUntil", "记录保存至", "Record kept until", L2))
                .keyedBy("recordNo")
                .checks(Check.order("providedOn", "keptUntil"));
    }
}

package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** By how many people what an institution may hold is counted. */
final class BasisLedger {

    private BasisLedger() {}

    static Ledger bases() {
        return Ledger.of("assets.basis", "bases", "资产配置基数", "Bases of asset standards")
                .ofInstitution()
                .records("asset-basis", "institutionName")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        date("startsOn", "起始日期", "From", L2).needed().sorted(),
                        date("endsOn", "截止日期", "Until", L2),
                        integer("headcount", "编制内实有人数", "Established staff", L2)
                                .needed()
                                .within(0, 1_000_000),
                        yesNo("secret", "涉密单位", "Works with secrets", L2),
                        text("documentNo", "核定文号", "Document no.", L2).upTo(80).tucked())
                .whenMerged(Rehoming.ENDS)
                .keyedBy("institutionCode", "startsOn")
                .checks(Check.order("startsOn", "endsOn"));
    }
}

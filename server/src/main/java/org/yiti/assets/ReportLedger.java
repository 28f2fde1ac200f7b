package org.yiti.assets;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** When an institution reported its assets of a year. */
final class ReportLedger {

    private ReportLedger() {}

    static Ledger reports() {
        return Ledger.of("assets.report", "reports", "资产年度报告", "Yearly asset reports")
                .ofInstitution()
                .records("asset-report", "institutionName", "year")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        integer("year", "报告年度", "Year", L2)
                                .needed()
                                .within(1_990, 2_100)
                                .sorted(),
                        date("filedOn", "报送日期", "Filed", L2).needed(),
                        text("documentNo", "文号", "Document no.", L2).upTo(80))
                .keyedBy("institutionCode", "year");
    }
}

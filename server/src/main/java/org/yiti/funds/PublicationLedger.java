package org.yiti.funds;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** When a budget or final account was approved and published. */
final class PublicationLedger {

    private PublicationLedger() {}

    static Ledger publications() {
        return Ledger.of("funds.publication", "publications", "预决算公开", "Publication of budgets")
                .ofInstitution()
                .records("publication", "institutionName", "year")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        integer("year", "年度", "Year", L2)
                                .needed()
                                .within(1_990, 2_100)
                                .sorted(),
                        code("kind", "publication-kind", "类别", "Kind", L2).needed(),
                        date("approvedOn", "批复日期", "Approved", L2).needed(),
                        date("publishedOn", "公开日期", "Published", L2),
                        yesNo("explained", "说明机关运行经费", "Running costs explained", L2),
                        text("place", "公开位置", "Where", L2).tucked())
                .keyedBy("institutionCode", "year", "kind");
    }
}

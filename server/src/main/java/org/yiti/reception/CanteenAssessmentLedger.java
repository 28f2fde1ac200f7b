package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** How a canteen did against waste: its own assessment of a quarter, the bureau's spot check, the second look. */
final class CanteenAssessmentLedger {

    private CanteenAssessmentLedger() {}

    static Ledger canteenAssessments() {
        return Ledger.of("reception.canteen_assessment", "canteen-assessments", "食堂反食品浪费评估", "Canteen assessments")
                .ofInstitutionOf("canteen")
                .records("canteen-assessment", "canteenName", "assessedOn")
                .columns(
                        via("canteen", "code", "canteenCode", "食堂编码", "Canteen code")
                                .needed(),
                        via("canteen", "name", "canteenName", "食堂", "Canteen"),
                        via("canteen", "institutionName", "institutionName", "单位名称", "Institution"),
                        code("kind", "assessment-kind", "评估类别", "Kind", L2).needed(),
                        date("assessedOn", "评估日期", "Date", L2).needed().sorted(),
                        decimal("score", "得分", "Score", null, 1, L2).within(0, 100),
                        code("grade", "assessment-grade", "等次", "Grade", L2).needed(),
                        integer("parts", "已评内容项数", "Parts assessed", L2)
                                .within(0, 8)
                                .noted(
                                        "制度、采购、储存、加工、消费、餐厨垃圾、宣传、监测共八项",
                                        "of eight: rules, buying, storing, cooking, eating, kitchen waste, telling,"
                                                + " counting"),
                        date("recheckDueOn", "整改复查期限", "Second look due", L2).tucked())
                .keyedBy("canteenCode", "kind", "assessedOn")
                .refers("canteen", "reception.canteen", true, "canteenCode");
    }
}

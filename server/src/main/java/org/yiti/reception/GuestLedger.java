package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;

import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;

/** Who stands on the list of a reception, and as what. */
final class GuestLedger {

    private GuestLedger() {}

    static Ledger guests() {
        return Ledger.of("reception.guest", "guests", "接待清单人员", "People on reception lists")
                .ofInstitutionOf("reception")
                .records("reception-guest", "receptionNo", "lineNo")
                .numerous()
                .columns(
                        via("reception", "receptionNo", "receptionNo", "接待编号", "Reception no.")
                                .needed(),
                        via("reception", "institutionName", "institutionName", "单位名称", "Institution"),
                        integer("lineNo", "序号", "Line", L2).needed().within(1, 10_000),
                        text("name", "姓名", "Name", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .needed()
                                .upTo(60),
                        text("unit", "单位", "Institution of theirs", L2).upTo(120),
                        text("title", "职务", "Title", L2).upTo(80),
                        code("part", "reception-part", "身份", "Part", L2).needed(),
                        code("tier", "traveller-tier", "职级档次", "Tier", L2).tucked())
                .keyedBy("receptionNo", "lineNo")
                .refers("reception", "reception.reception", true, "receptionNo");
    }
}

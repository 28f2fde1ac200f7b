package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;

import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Rehoming;

/** Who works in a canteen, and until when their health certificate holds. */
final class CanteenWorkerLedger {

    private CanteenWorkerLedger() {}

    static Ledger canteenWorkers() {
        return Ledger.of("reception.canteen_worker", "canteen-workers", "食堂从业人员", "Canteen workers")
                .ofInstitutionOf("canteen")
                .records("canteen-worker", "canteenName", "code")
                .columns(
                        text("code", "人员编号", "Code", L2).personal().needed().upTo(40),
                        via("canteen", "code", "canteenCode", "食堂编码", "Canteen code")
                                .needed(),
                        via("canteen", "name", "canteenName", "食堂", "Canteen"),
                        via("canteen", "institutionName", "institutionName", "单位名称", "Institution"),
                        text("name", "姓名", "Name", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .needed()
                                .upTo(60),
                        yesNo("directContact", "接触直接入口食品", "Touches food ready to eat", L2),
                        date("certificateExpiresOn", "健康证明有效期止", "Health certificate expires", L2)
                                .personal(),
                        date("joinedOn", "到岗日期", "Joined", L2).personal().tucked(),
                        date("leftOn", "离岗日期", "Left", L2).personal().tucked())
                .whenMerged(Rehoming.goes("leftOn"))
                .keyedBy("canteenCode", "code")
                .refers("canteen", "reception.canteen", true, "canteenCode")
                .checks(Check.order("joinedOn", "leftOn"));
    }
}

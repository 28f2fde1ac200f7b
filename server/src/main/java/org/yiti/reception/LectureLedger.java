package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;

import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;

/** Who taught how long, and for how much. */
final class LectureLedger {

    private LectureLedger() {}

    static Ledger lectures() {
        return Ledger.of("reception.lecture", "lectures", "培训授课", "Lectures")
                .ofInstitutionOf("training")
                .records("lecture", "trainingNo", "lectureNo")
                .columns(
                        via("training", "trainingNo", "trainingNo", "培训编号", "Training no.")
                                .needed(),
                        via("training", "institutionName", "institutionName", "单位名称", "Institution"),
                        integer("lectureNo", "序号", "Line", L2).needed().within(1, 10_000),
                        text("lecturer", "授课人", "Lecturer", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .needed()
                                .upTo(60),
                        code("title", "lecturer-title", "职称层次", "Standing", L2).needed(),
                        date("taughtOn", "授课日期", "Date", L2).needed().sorted(),
                        decimal("hours", "学时", "Hours", null, 1, L2).needed().within(0, 100),
                        decimal("fee", "税后讲课费", "Fee after tax", "元", 2, L2)
                                .needed()
                                .within(0, 1_000_000_000))
                .keyedBy("trainingNo", "lectureNo")
                .refers("training", "reception.training", true, "trainingNo");
    }
}

package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Rehoming;

/** A canteen of an institution. */
final class CanteenLedger {

    private CanteenLedger() {}

    static Ledger canteens() {
        return Ledger.of("reception.canteen", "canteens", "机关食堂", "Canteens")
                .ofInstitution()
                .objects("canteen", "name")
                .searchedBy("code", "name")
                .columns(
                        text("code", "食堂编码", "Code", L2).needed().upTo(40).sorted(),
                        text("name", "食堂名称", "Name", L2).needed().upTo(120),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        code("operation", "canteen-operation", "经营方式", "Run by", L2)
                                .needed()
                                .alias("经营模式"),
                        integer("seats", "餐位数", "Seats", L2)
                                .within(0, 100_000)
                                .tucked()
                                .alias("座位数"),
                        text("licenceNo", "食品经营许可证号", "Licence no.", L2)
                                .upTo(60)
                                .tucked()
                                .alias("许可证号"),
                        date("licenceExpiresOn", "许可证有效期止", "Licence expires", L2)
                                .tucked()
                                .alias("有效期至", "有效期止", "许可证有效期"),
                        date("openedOn", "启用日期", "Opened", L2),
                        date("closedOn", "停用日期", "Closed", L2).tucked())
                .whenMerged(Rehoming.goes("closedOn"))
                .keyedBy("code")
                .checks(Check.order("openedOn", "closedOn"));
    }
}

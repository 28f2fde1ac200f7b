package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** Where guests slept, in what rooms. */
final class LodgingLedger {

    private LodgingLedger() {}

    static Ledger lodgings() {
        return Ledger.of("reception.lodging", "lodgings", "接待住宿", "Lodging of receptions")
                .ofInstitutionOf("reception")
                .records("reception-lodging", "receptionNo", "lodgingNo")
                .columns(
                        via("reception", "receptionNo", "receptionNo", "接待编号", "Reception no.")
                                .needed(),
                        via("reception", "institutionName", "institutionName", "单位名称", "Institution"),
                        integer("lodgingNo", "序号", "Line", L2).needed().within(1, 1_000),
                        code("tier", "traveller-tier", "职级档次", "Tier", L2).needed(),
                        code("roomType", "hotel-room", "房型", "Room type", L2).needed(),
                        integer("rooms", "间数", "Rooms", L2).needed().within(1, 1_000),
                        integer("nights", "天数", "Nights", L2).needed().within(1, 365),
                        decimal("price", "每间每天房价", "Price of a room and night", "元", 2, L2)
                                .needed()
                                .within(0, 100_000),
                        text("hotel", "住宿地点", "Hotel", L2).upTo(120),
                        yesNo("appointed", "定点饭店或内部接待场所", "Appointed hotel or own guesthouse", L2),
                        yesNo("extras", "额外配发洗漱用品", "Extra toiletries", L2).tucked())
                .keyedBy("receptionNo", "lodgingNo")
                .refers("reception", "reception.reception", true, "receptionNo");
    }
}

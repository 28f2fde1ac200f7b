package org.yiti.funds;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;

import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;

/** What a journey on duty cost. */
final class TravelClaimLedger {

    private TravelClaimLedger() {}

    static Ledger travelClaims() {
        return Ledger.of("funds.travel_claim", "travel-claims", "差旅报销", "Travel claims")
                .ofInstitution()
                .records("travel-claim", "claimNo")
                .columns(
                        text("claimNo", "报销单号", "Claim no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("traveller", "出差人", "Traveller", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .needed()
                                .upTo(60),
                        code("tier", "traveller-tier", "职级档次", "Tier", L2).needed(),
                        date("startsOn", "出发日期", "From", L2).needed().sorted(),
                        date("endsOn", "返回日期", "Until", L2).needed(),
                        text("city", "出差城市", "City", L2).upTo(40),
                        text("cityDivision", "城市区划代码", "Division of the city", L2)
                                .upTo(6)
                                .identifying()
                                .tucked(),
                        code("seat", "seat-class", "交通席别", "Seat", L2),
                        decimal("hotelPrice", "每天住宿费", "Hotel a night", "元", 2, L2)
                                .within(0, 100_000),
                        integer("nights", "住宿天数", "Nights", L2).within(0, 365).tucked(),
                        decimal("mealAllowance", "伙食补助费", "Meal allowance", "元", 2, L2)
                                .within(0, 1_000_000_000),
                        decimal("transportAllowance", "市内交通费", "Local transport", "元", 2, L2)
                                .within(0, 1_000_000_000),
                        yesNo("mealsProvided", "接待单位安排伙食", "Meals provided", L2).tucked(),
                        decimal("amount", "报销总额", "Total", "元", 2, L2).needed().within(0, 1_000_000_000))
                .keyedBy("claimNo")
                .checks(Check.order("startsOn", "endsOn"));
    }
}

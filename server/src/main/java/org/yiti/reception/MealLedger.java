package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** What was served to whom, where, and who paid. */
final class MealLedger {

    private MealLedger() {}

    static Ledger meals() {
        return Ledger.of("reception.meal", "meals", "接待用餐", "Meals of receptions")
                .ofInstitutionOf("reception")
                .records("reception-meal", "receptionNo", "mealNo")
                .columns(
                        via("reception", "receptionNo", "receptionNo", "接待编号", "Reception no.")
                                .needed(),
                        via("reception", "institutionName", "institutionName", "单位名称", "Institution"),
                        integer("mealNo", "餐次", "Meal", L2).needed().within(1, 1_000),
                        date("servedOn", "用餐日期", "Date", L2).needed().sorted().alias("日期", "就餐日期"),
                        code("kind", "meal-kind", "用餐类别", "Kind", L2).needed().alias("用餐形式"),
                        integer("guests", "就餐接待对象人数", "Guests", L2)
                                .needed()
                                .within(0, 10_000)
                                .alias("来宾人数", "接待对象人数"),
                        integer("companions", "陪餐人数", "Companions", L2).needed().within(0, 10_000),
                        text("venue", "用餐地点", "Venue", L2).upTo(120).tucked().alias("用餐场所", "就餐地点"),
                        code("venueKind", "meal-venue", "场所类别", "Kind of venue", L2),
                        decimal("amount", "餐费", "Cost", "元", 2, L2).needed().within(0, 1_000_000_000),
                        decimal("guestFee", "收取伙食费", "Paid by the guests", "元", 2, L2)
                                .within(0, 1_000_000_000),
                        code("alcohol", "alcohol", "酒水", "Alcohol", L2).alias("酒水情况", "提供酒水"),
                        yesNo("cigarettes", "提供香烟", "Cigarettes", L2),
                        yesNo("luxuryDishes", "高档或野生动物菜肴", "Luxury or wild dishes", L2)
                                .tucked())
                .keyedBy("receptionNo", "mealNo")
                .refers("reception", "reception.reception", true, "receptionNo");
    }
}

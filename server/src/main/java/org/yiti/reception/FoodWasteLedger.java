package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.month;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** How much a canteen threw away in a month, for how many meals. */
final class FoodWasteLedger {

    private FoodWasteLedger() {}

    static Ledger foodWaste() {
        return Ledger.of("reception.food_waste", "food-waste", "餐厨垃圾月台账", "Kitchen waste")
                .ofInstitutionOf("canteen")
                .records("food-waste", "canteenName", "month")
                .numerous()
                .columns(
                        via("canteen", "code", "canteenCode", "食堂编码", "Canteen code")
                                .needed(),
                        via("canteen", "name", "canteenName", "食堂", "Canteen"),
                        via("canteen", "institutionName", "institutionName", "单位名称", "Institution"),
                        month("month", "月份", "Month", L2).needed().sorted(),
                        integer("diners", "就餐人次", "Meals", L2).needed().within(0, 10_000_000),
                        decimal("kilograms", "餐厨垃圾", "Kitchen waste", "kg", 1, L2)
                                .needed()
                                .within(0, 10_000_000))
                .keyedBy("canteenCode", "month")
                .refers("canteen", "reception.canteen", true, "canteenCode");
    }
}

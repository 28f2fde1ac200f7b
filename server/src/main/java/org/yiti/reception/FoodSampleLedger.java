package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.time;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Ledger;

/** What was kept of each dish, how much and for how long. */
final class FoodSampleLedger {

    private FoodSampleLedger() {}

    static Ledger foodSamples() {
        return Ledger.of("reception.food_sample", "food-samples", "食品留样", "Food samples")
                .ofInstitutionOf("canteen")
                .records("food-sample", "canteenName", "servedAt")
                .numerous()
                .columns(
                        via("canteen", "code", "canteenCode", "食堂编码", "Canteen code")
                                .needed(),
                        via("canteen", "name", "canteenName", "食堂", "Canteen"),
                        via("canteen", "institutionName", "institutionName", "单位名称", "Institution"),
                        text("dish", "品种", "Dish", L2).needed().upTo(60),
                        time("servedAt", "留样时间", "Kept from", L2).needed().sorted(),
                        decimal("grams", "留样量", "Kept", "g", 0, L2).needed().within(0, 10_000),
                        time("discardedAt", "销样时间", "Thrown away", L2).tucked())
                .keyedBy("canteenCode", "servedAt", "dish")
                .refers("canteen", "reception.canteen", true, "canteenCode");
    }
}

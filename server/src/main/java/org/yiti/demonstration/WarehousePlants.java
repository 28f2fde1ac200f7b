package org.yiti.demonstration;

import java.time.LocalDate;
import org.yiti.demonstration.Estate.Asset;
import org.yiti.demonstration.Warehouse.Entry;
import org.yiti.demonstration.Warehouse.Loan;
import org.yiti.demonstration.Warehouse.Request;

/** What was bought although the warehouse had it, what should be in it and is not, and what never came back. */
final class WarehousePlants {
    private final Plants plants;
    private final Estate estate;
    private final Warehouse warehouse;
    private final LocalDate asOf;

    WarehousePlants(Plants plants) {
        this.plants = plants;
        this.estate = plants.city.upkeep.estate;
        this.warehouse = plants.city.upkeep.warehouse;
        this.asOf = plants.city.asOf;
    }

    void sow() {
        plants.attempt(this::boughtAnew);
        plants.attempt(this::notReturned);
        plants.attempt(this::idle);
        plants.attempt(this::afterTheEvent);
        plants.attempt(this::forgotten);
        plants.attempt(this::damaged);
    }

    private Entry entry(String name, boolean ofTheCity) {
        return plants.pick(
                name,
                warehouse.warehouseEntries.where(
                        e -> !ofTheCity || e.institutionCode().startsWith("00", 4)),
                e -> "asset " + e.cardNo());
    }

    private Request request(String name) {
        Request picked = plants.pick(name, warehouse.requests.all().stream(), r -> "request " + r.institutionCode());
        return warehouse.requests.change(
                picked, "category", "SCANNER", "unitPrice", 3000.0, "requestedOn", asOf.minusDays(5));
    }

    private void boughtAnew() {
        Entry kept = entry("AS-04 kept", true);
        estate.assets.change(estate.assets.get(kept.cardNo()), "category", "SCANNER", "name", "高速扫描仪", "price", 3000.0);
        Request request = request("AS-04");
        plants.breach("AS-04", request.institutionCode(), request.requestNo(), "公物仓有扫描仪仍申请购置");
        Request explained = request("AS-04 explained");
        warehouse.requests.change(explained, "whyNot", "分辨率不能满足档案数字化");
        plants.nearMiss("AS-04", explained.institutionCode(), "写明不能调剂的理由");
    }

    private Loan loan(String name) {
        return plants.pick(name, warehouse.loans.all().stream(), l -> "asset " + l.cardNo());
    }

    private void notReturned() {
        Loan open = warehouse.loans.change(loan("GW-07"), "returnedOn", null);
        plants.breach("GW-07", open.cardNo(), null, "借用逾期没有归还");
        Loan lastDay = loan("GW-07 last day");
        warehouse.loans.change(lastDay, "returnedOn", null, "dueOn", asOf);
        plants.nearMiss("GW-07", lastDay.cardNo(), "今天到期");
    }

    private Asset asset(String name) {
        return plants.pick(
                name,
                estate.assets.where(
                        a -> a.status().equals("IN_USE") && a.category().equals("DESK")),
                a -> "asset " + a.cardNo());
    }

    private void idle() {
        Asset picked = asset("GW-07b");
        estate.assets.change(picked, "status", "IDLE", "idleSince", asOf.minusDays(240));
        plants.breach("GW-07b", picked.cardNo(), null, "闲置 240 天没有入仓");
        Asset lately = asset("GW-07b lately");
        estate.assets.change(lately, "status", "IDLE", "idleSince", asOf.minusDays(150));
        plants.nearMiss("GW-07b", lately.cardNo(), "闲置 150 天");
    }

    private void afterTheEvent() {
        Asset picked = asset("GW-07c");
        estate.assets.change(picked, "eventEndedOn", asOf.minusDays(50));
        plants.breach("GW-07c", picked.cardNo(), null, "活动结束 50 天没有入仓");
    }

    private void forgotten() {
        Entry old = entry("GW-07d", false);
        warehouse.loans.where(l -> l.cardNo().equals(old.cardNo())).toList().forEach(warehouse.loans::remove);
        warehouse.warehouseEntries.change(old, "enteredOn", asOf.minusDays(500));
        plants.breach("GW-07d", old.cardNo(), null, "入仓 500 天无人使用");
    }

    private void damaged() {
        Loan picked = warehouse.loans.change(loan("GW-07e"), "damaged", true);
        plants.breach("GW-07e", picked.cardNo(), null, "归还时损坏，没有赔偿");
        Loan paid = loan("GW-07e paid");
        warehouse.loans.change(paid, "damaged", true, "compensation", 400.0);
        plants.nearMiss("GW-07e", paid.cardNo(), "归还时损坏，已经赔偿");
    }
}

package org.yiti.demonstration;

import org.yiti.demonstration.Amenities.CanteenAccount;
import org.yiti.demonstration.Amenities.FileHandover;
import org.yiti.demonstration.Amenities.ServiceRecord;
import org.yiti.demonstration.Amenities.Usage;

/** Equipment nobody uses, accounts that are mixed, services beyond the catalogue, files that stayed where they were made. */
final class AmenityPlants {
    private final Plants plants;
    private final Amenities amenities;

    AmenityPlants(Plants plants) {
        this.plants = plants;
        this.amenities = plants.city.upkeep.amenities;
    }

    void sow() {
        plants.attempt(this::equipment);
        plants.attempt(this::accounts);
        plants.attempt(this::services);
        plants.attempt(this::files);
    }

    private void equipment() {
        Usage idle = plants.pick("AS-13", amenities.usages.all().stream(), u -> "usage " + u.cardNo());
        amenities.usages.change(idle, "usedHours", 180.0);
        plants.breach("AS-13", idle.cardNo(), String.valueOf(idle.year()), "全年只用了一成机时", 10, 30);
        Usage enough = plants.pick("AS-13 exact", amenities.usages.all().stream(), u -> "usage " + u.cardNo());
        amenities.usages.change(enough, "usedHours", 540.0);
        plants.nearMiss("AS-13", enough.cardNo(), "使用率恰为三成");
    }

    private CanteenAccount account(String rule) {
        return plants.pick(
                rule,
                amenities.canteenAccounts.where(a -> a.purpose().equals("RECEPTION_MEAL")),
                a -> "account " + a.canteenCode());
    }

    private void accounts() {
        CanteenAccount mixed = account("CT-06");
        CanteenAccount staff =
                amenities.canteenAccounts.get(mixed.canteenCode() + " " + mixed.month() + " STAFF STAFF_MEAL");
        amenities.canteenAccounts.change(mixed, "account", "JOINT");
        amenities.canteenAccounts.change(staff, "account", "JOINT");
        plants.breach("CT-06", mixed.canteenCode(), mixed.month().toString(), "接待和职工餐在同一账册");
        CanteenAccount hidden = account("CT-06b");
        amenities.canteenAccounts.change(hidden, "account", "STAFF");
        plants.counted("CT-06b", hidden.canteenCode(), hidden.month().toString(), "接待列在职工餐账", hidden.amount());
    }

    private ServiceRecord service(String rule) {
        return plants.pick(rule, amenities.serviceRecords.all().stream(), r -> "service " + r.institutionCode());
    }

    private void services() {
        ServiceRecord beyond = service("FD-11");
        amenities.serviceRecords.change(beyond, "itemNo", "FW-99", "service", "家政服务");
        plants.breach("FD-11", beyond.institutionCode(), beyond.recordNo(), "目录外的服务");
        ServiceRecord dear = service("FD-11b");
        amenities.serviceRecords.change(dear, "unitPrice", 620.0);
        plants.breach("FD-11b", dear.institutionCode(), dear.recordNo(), "单价超过标准 120 元", 620, 500);
    }

    private void files() {
        FileHandover kept =
                plants.pick("OF-13", amenities.fileHandovers.all().stream(), f -> "file " + f.institutionCode());
        amenities.fileHandovers.change(kept, "handedOverOn", null);
        plants.counted("OF-13", kept.institutionCode(), null, "档案形成半年以上没有移交", 1);
    }
}

package org.yiti.demonstration;

import org.yiti.demonstration.Organization.Institution;

/** What was left in the name of institutions that are no more. */
final class InventoryPlants {
    private final Plants plants;
    private final City city;

    InventoryPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
    }

    void sow() {
        city.organization
                .institutions
                .where(i -> i.dissolvedOn() != null)
                .toList()
                .forEach(this::left);
    }

    private void left(Institution gone) {
        Table<Estate.Asset> assets = city.upkeep.estate.assets;
        Estate.Asset desk = assets.where(a -> a.category().equals("DESK") && !plants.taken("asset " + a.cardNo()))
                .findFirst()
                .orElseThrow();
        assets.add(Rows.with(
                desk,
                "cardNo",
                "ZC-" + gone.code(),
                "institutionCode",
                gone.code(),
                "status",
                "IN_USE",
                "personCode",
                null,
                "place",
                null));
        if (gone.dissolvedOn() != null && gone.dissolvedOn().isBefore(city.asOf.minusMonths(3))) {
            plants.breach("AS-06b", gone.code(), null, "撤销三个多月，名下资产没有清查");
        } else {
            plants.nearMiss("AS-06b", gone.code(), "撤销不满三个月，还在清查期限内");
        }
    }
}

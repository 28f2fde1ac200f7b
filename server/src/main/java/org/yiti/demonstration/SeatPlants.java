package org.yiti.demonstration;

import java.util.Optional;
import org.yiti.demonstration.Estate.Asset;
import org.yiti.demonstration.Estate.Basis;

/** Furniture that is counted by the office. */
final class SeatPlants {
    private final Plants plants;
    private final Estate estate;

    SeatPlants(Plants plants) {
        this.plants = plants;
        this.estate = plants.city.upkeep.estate;
    }

    void sow() {
        plants.attempt(this::chairs);
    }

    /** A chair for visitors more than there are offices, and elsewhere just as many. */
    private void chairs() {
        Basis many = seated("AS-01c", 1);
        int offices = offices(many.institutionCode());
        plants.breach("AS-01c", many.institutionCode(), "GUEST_CHAIR", "桌前椅比办公室多 1 把", offices + 1, offices);
        Basis enough = seated("AS-01c exact", 0);
        plants.nearMiss("AS-01c", enough.institutionCode(), "每间办公室恰有 1 把桌前椅");
    }

    private Basis seated(String name, int more) {
        Basis owner = plants.pick(
                name,
                estate.bases.where(b -> offices(b.institutionCode()) > 0 && offices(b.institutionCode()) < 20),
                b -> "estate " + b.institutionCode(),
                b -> desk(b).isPresent());
        plants.take("seats " + owner.institutionCode());
        Asset desk = desk(owner).orElseThrow();
        for (int n = 0; n < offices(owner.institutionCode()) + more; n++) {
            estate.assets.add(Rows.with(
                    desk,
                    "cardNo",
                    desk.cardNo() + "-Y" + n,
                    "category",
                    "GUEST_CHAIR",
                    "name",
                    "桌前椅",
                    "price",
                    600.0,
                    "personCode",
                    null));
        }
        return owner;
    }

    private Optional<Asset> desk(Basis owner) {
        return estate.assets
                .where(a -> a.institutionCode().equals(owner.institutionCode())
                        && a.category().equals("DESK")
                        && a.status().equals("IN_USE"))
                .findFirst();
    }

    private int offices(String institution) {
        return (int) plants.city
                .premises
                .rooms
                .where(r -> r.institutionCode().equals(institution) && r.use().equals("OFFICE"))
                .count();
    }
}

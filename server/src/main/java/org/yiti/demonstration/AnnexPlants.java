package org.yiti.demonstration;

import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Premises.Room;

/** Canteens and garages larger than posts and vehicles allow. */
final class AnnexPlants {
    private final Plants plants;
    private final City city;
    private final Premises premises;

    AnnexPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.premises = plants.city.premises;
    }

    void sow() {
        plants.attempt(this::canteen);
        plants.attempt(this::garage);
    }

    /** A meeting room becomes the annex of an institution, so and so large. */
    private void annex(Institution institution, String rule, String kind, double area) {
        Room room = plants.pick(
                rule + " room",
                premises.rooms.where(r -> r.institutionCode().equals(institution.code())
                        && r.use().equals("SERVICE")),
                r -> "room " + r.key());
        Room changed = premises.rooms.change(room, "use", "ANCILLARY", "approvedUse", "ANCILLARY", "annexKind", kind);
        Alterations.resize(city, changed, area);
    }

    private Institution small(String name) {
        return plants.pick(
                name,
                city.organization.institutions.where(i -> i.level().equals("CITY")
                        && i.kind().equals("GOVERNMENT_ORGAN")
                        && i.dissolvedOn() == null
                        && city.organization.headcountOf(i.code()) <= 50
                        && quota(i) > 0
                        && premises.rooms
                                        .where(r -> r.institutionCode().equals(i.code())
                                                && r.use().equals("SERVICE"))
                                        .count()
                                > 1),
                i -> "institution " + i.code());
    }

    private int quota(Institution institution) {
        return city.fleet
                .quotas
                .where(q -> q.institutionCode().equals(institution.code()))
                .mapToInt(Fleet.VehicleQuota::quota)
                .sum();
    }

    private void canteen() {
        Institution institution = small("OF-04");
        double limit = Rows.rounded(city.organization.headcountOf(institution.code()) * 3.7, 2);
        annex(institution, "OF-04", "CANTEEN", limit + 4.2);
        plants.breach("OF-04", institution.code(), null, "食堂扩大到超出标准 4.2 m²", limit + 4.2, limit);
    }

    private void garage() {
        Institution institution = small("OF-04b");
        double limit = quota(institution) * 40.0;
        annex(institution, "OF-04b", "GARAGE", limit + 6.5);
        plants.breach("OF-04b", institution.code(), null, "汽车库超出标准 6.5 m²", limit + 6.5, limit);
        Institution exact = small("OF-04b exact");
        annex(exact, "OF-04b exact", "GARAGE", quota(exact) * 40.0);
        plants.nearMiss("OF-04b", exact.code(), "汽车库恰好等于标准");
    }
}

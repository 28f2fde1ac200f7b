package org.yiti.demonstration;

import java.util.stream.Stream;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Premises.Lease;
import org.yiti.demonstration.Premises.Room;
import org.yiti.demonstration.Premises.UseAgreement;

/** Institutions with more room than they may have, or without the paper for it. */
final class AreaPlants {
    private final Plants plants;
    private final City city;
    private final Standard standard;

    AreaPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.standard = new Standard(city);
    }

    void sow() {
        plants.attempt(() -> serviceRooms("a hall", 65.4, true));
        plants.attempt(() -> serviceRooms("a little", 2.1, true));
        plants.attempt(() -> serviceRooms("exactly", 0, false));
        plants.attempt(() -> building("a lot", 420, true));
        plants.attempt(() -> building("a little", 8.5, true));
        plants.attempt(() -> building("exactly", 0, false));
        plants.attempt(this::agreements);
    }

    /** A city department in one building, with posts enough to have room for what is planted and few enough for one rate. */
    private Institution department(String name) {
        return plants.pick(name, departments(), i -> "institution " + i.code());
    }

    private Stream<Institution> departments() {
        return city.organization.institutions.where(i -> i.level().equals("CITY")
                && city.organization.headcountOf(i.code()) >= 30
                && city.organization.headcountOf(i.code()) <= 120
                && !i.shortName().startsWith("机关事务")
                && city.premises
                        .rooms
                        .where(r -> r.institutionCode().equals(i.code()))
                        .noneMatch(r -> r.use().equals("TECHNICAL"))
                && city.premises
                        .leases
                        .where(l -> l.institutionCode().equals(i.code()))
                        .findAny()
                        .isEmpty());
    }

    private double used(String institution, String use) {
        return city.premises
                .rooms
                .where(r -> r.institutionCode().equals(institution) && r.use().equals(use))
                .mapToDouble(Room::usableArea)
                .sum();
    }

    private void serviceRooms(String name, double excess, boolean found) {
        Institution institution = department("OF-02 " + name);
        double limit = standard.service(institution.code());
        Room room = plants.pick(
                "OF-02 room " + name,
                city.premises.rooms.where(r -> r.institutionCode().equals(institution.code())
                        && r.use().equals("SERVICE")),
                r -> "room " + r.key());
        double more = limit + excess - used(institution.code(), "SERVICE");
        Alterations.resize(city, room, Rows.rounded(room.usableArea() + more, 2));
        if (found) {
            plants.breach(
                    "OF-02", institution.code(), null, "服务用房 %s 扩大".formatted(room.number()), limit + excess, limit);
        } else {
            plants.nearMiss("OF-02", institution.code(), "服务用房恰好等于限额");
        }
    }

    /** Leased with approval, and with it the institution has more than the whole standard gives. */
    private void building(String name, double excess, boolean found) {
        Institution institution = department("OF-05 " + name);
        plants.take("area " + institution.code());
        Room any = city.premises
                .rooms
                .where(r -> r.institutionCode().equals(institution.code()))
                .findFirst()
                .orElseThrow();
        Premises.Building home = city.premises.buildings.get(any.buildingCode());
        double share = city.premises
                        .rooms
                        .where(r -> r.institutionCode().equals(institution.code()))
                        .mapToDouble(Room::usableArea)
                        .sum()
                / home.usableArea();
        double held = home.buildingArea() * share;
        double limit = standard.buildingArea(institution.code(), home.highRise());
        double area = Math.floor((limit + (found ? excess : -0.04) - held) * 100) / 100;
        Lease lease = Alterations.lease(city, institution.code(), 1, area);
        if (found) {
            plants.breach(
                    "OF-05",
                    institution.code(),
                    null,
                    "经批准租入 %s m² 后总面积超核定".formatted(lease.area()),
                    Rows.rounded(held + area, 2),
                    Rows.rounded(limit, 2));
        } else {
            plants.nearMiss("OF-05", institution.code(), "租入后总面积恰在核定之内");
        }
    }

    private void agreements() {
        Institution without = department("OF-16 without");
        UseAgreement none = agreementOf(without);
        city.premises.agreements.remove(none);
        plants.breach("OF-16", without.code(), none.buildingCode(), "没有签订使用协议");

        Institution lapsed = department("OF-16 lapsed");
        UseAgreement old = agreementOf(lapsed);
        city.premises.agreements.change(old, "endsOn", city.asOf.minusDays(40));
        plants.breach("OF-16", lapsed.code(), old.buildingCode(), "使用协议已到期 40 天");

        Institution lastDay = department("OF-16 last day");
        city.premises.agreements.change(agreementOf(lastDay), "endsOn", city.asOf);
        plants.nearMiss("OF-16", lastDay.code(), "使用协议今天到期，仍有效");
        plants.consequence("OF-16b", lastDay.code(), agreementOf(lastDay).agreementNo(), "使用协议今天到期，没有续签");

        agreed("a hall", 60.5);
        agreed("a little", 0.4);
        agreed("exactly", 0);
    }

    private void agreed(String name, double excess) {
        Institution institution = department("OF-25 " + name);
        UseAgreement agreement = agreementOf(institution);
        double used = city.premises
                .rooms
                .where(r -> r.institutionCode().equals(institution.code())
                        && r.buildingCode().equals(agreement.buildingCode()))
                .mapToDouble(Room::usableArea)
                .sum();
        double limit = Rows.rounded(used - excess, 2);
        city.premises.agreements.change(agreement, "area", limit);
        if (excess > 0) {
            plants.breach(
                    "OF-25",
                    institution.code(),
                    agreement.buildingCode(),
                    "核定面积 %s m²，少于实际使用".formatted(limit),
                    Rows.rounded(used, 2),
                    limit);
        } else {
            plants.nearMiss("OF-25", institution.code(), "使用面积恰为核定面积");
        }
    }

    private UseAgreement agreementOf(Institution institution) {
        return city.premises
                .agreements
                .where(a -> a.institutionCode().equals(institution.code()))
                .findFirst()
                .orElseThrow();
    }
}

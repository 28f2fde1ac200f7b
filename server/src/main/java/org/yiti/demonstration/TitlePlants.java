package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Premises.Building;
import org.yiti.demonstration.Premises.Room;
import org.yiti.demonstration.Premises.UseAgreement;

/** Buildings whose books do not agree, rooms used as they were not approved, and tenants who should not be there. */
final class TitlePlants {
    private final Plants plants;
    private final City city;
    private final Premises premises;

    TitlePlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.premises = plants.city.premises;
    }

    void sow() {
        plants.attempt(this::equipment);
        plants.attempt(this::usableShare);
        plants.attempt(this::titles);
        plants.attempt(this::roomsAbove);
        plants.attempt(this::certificate);
        plants.attempt(this::function);
        plants.attempt(this::basis);
        plants.attempt(this::association);
        plants.attempt(this::dissolved);
    }

    private Building building(String name) {
        return plants.pick(name, premises.buildings.all().stream(), b -> "building " + b.code());
    }

    private double area(Building building, List<String> uses) {
        return premises.rooms
                .where(r -> r.buildingCode().equals(building.code()) && uses.contains(r.use()))
                .mapToDouble(Room::usableArea)
                .sum();
    }

    private Room room(String name, String use) {
        return plants.pick(name, premises.rooms.where(r -> r.use().equals(use)), r -> "room " + r.key());
    }

    /** A meeting room full of machines: approved as what it is, and yet too much of it. */
    private void equipment() {
        Room room = plants.pick(
                "OF-03",
                premises.rooms.where(r -> r.use().equals("SERVICE")
                        && above(premises.buildings.get(r.buildingCode()), r.usableArea()) > 0.5),
                r -> "room " + r.key());
        Building building = premises.buildings.get(room.buildingCode());
        double basic = area(building, List.of("OFFICE", "SERVICE")) - room.usableArea();
        premises.rooms.change(room, "use", "EQUIPMENT", "approvedUse", "EQUIPMENT");
        plants.breach(
                "OF-03",
                building.code(),
                null,
                "会议室 %s 改作设备用房".formatted(room.number()),
                area(building, List.of("EQUIPMENT")),
                Rows.rounded(basic * 0.09, 4));
    }

    private double above(Building building, double more) {
        return area(building, List.of("EQUIPMENT"))
                + more
                - 0.09 * (area(building, List.of("OFFICE", "SERVICE")) - more);
    }

    private void usableShare() {
        Building building = plants.pick(
                "OF-06",
                premises.buildings.where(b -> !b.highRise() && b.usableArea() / b.buildingArea() < 0.69),
                b -> "building " + b.code());
        double area = Rows.rounded(building.usableArea() / 0.645, 2);
        premises.buildings.change(building, "buildingArea", area);
        plants.breach("OF-06", building.code(), null, "建筑面积登记过大，使用面积系数 64.5%", 64.5, 65);
    }

    private void titles() {
        Building own = building("OF-10 user");
        premises.buildings.change(own, "titleStatus", "REGISTERED_TO_USER", "titleHolder", "示范市某局");
        plants.breach("OF-10", own.code(), null, "权属登记在使用单位名下");
        Building none = building("OF-10 unregistered");
        premises.buildings.change(none, "titleStatus", "UNREGISTERED", "titleHolder", null, "certificateNo", null);
        plants.breach("OF-10", none.code(), null, "没有办理权属登记");
        Building exempt = building("OF-10 exempt");
        premises.buildings.change(exempt, "titleStatus", "EXEMPT");
        plants.nearMiss("OF-10", exempt.code(), "涉密，经核准登记在使用单位");
        Building blank = building("OF-11b blank");
        premises.buildings.change(blank, "certificateNo", null);
        plants.breach("OF-11b", blank.code(), null, "已统一登记，没有权证号");
    }

    private void roomsAbove() {
        Building building = plants.pick(
                "OF-11c",
                premises.buildings.where(b -> b.usableArea() / b.buildingArea() > 0.69),
                b -> "building " + b.code());
        double rooms = area(building, List.of("OFFICE", "SERVICE", "EQUIPMENT", "ANCILLARY", "TECHNICAL"));
        double less = Rows.rounded(rooms / 1.03, 2);
        premises.buildings.change(building, "usableArea", less);
        plants.breach("OF-11c", building.code(), null, "房间面积之和比建筑使用面积多 3%", rooms, less);
    }

    private void certificate() {
        UseAgreement agreement = plants.pick(
                "OF-16c",
                premises.agreements.where(a -> a.endsOn() == null),
                a -> "institution " + a.institutionCode());
        premises.agreements.change(agreement, "certificateNo", null);
        plants.breach("OF-16c", agreement.institutionCode(), agreement.agreementNo(), "没有核发分配使用凭证");
    }

    private void function() {
        Room service = room("OF-17 office", "OFFICE");
        premises.rooms.change(service, "approvedUse", "SERVICE");
        plants.breach("OF-17", service.key(), null, "服务用房改作办公室");
        Room office = room("OF-17 service", "SERVICE");
        premises.rooms.change(office, "approvedUse", "OFFICE");
        plants.breach("OF-17", office.key(), null, "办公室改作服务用房");
        Room unknown = room("OF-17 unknown", "OFFICE");
        premises.rooms.change(unknown, "approvedUse", null);
        plants.nearMiss("OF-17", unknown.key(), "没有登记批准用途，无从判断");
    }

    private void basis() {
        Room room = room("OF-32", "TECHNICAL");
        premises.rooms.change(room, "basisDocument", null);
        plants.breach("OF-32", room.key(), null, "没有立项文件或标准依据");
    }

    private void association() {
        Institution tenant = join("OF-23", "97", "示范市行业协会联合会", "协会联合会", "ASSOCIATION", null);
        Room room = give("OF-23 room", tenant);
        String building = room.buildingCode();
        plants.breach("OF-23", tenant.code(), building, "行业协会占用办公室");
        plants.consequence("OF-16", tenant.code(), building, "占用的办公室没有使用协议");
    }

    private void dissolved() {
        Institution gone = join("OF-25b", "98", "示范市物资协作办公室", "物资协作办", "GOVERNMENT_ORGAN", city.asOf.minusMonths(5));
        Room first = give("OF-25b first", gone);
        plants.counted("OF-25b", gone.code(), null, "撤销五个月，房间仍在名下", first.usableArea());
        Institution lately =
                join("OF-25b lately", "99", "示范市协调服务中心", "协调服务中心", "PUBLIC_INSTITUTION_I", city.asOf.minusMonths(2));
        give("OF-25b second", lately);
        plants.nearMiss("OF-25b", lately.code(), "撤销不满三个月");
    }

    /** One institution more than the city was drawn with, and like it in all but what is said of it. */
    private Institution join(
            String name, String serial, String called, String shortName, String kind, @Nullable LocalDate dissolved) {
        Institution like = plants.pick(
                name,
                city.organization.institutions.where(
                        i -> i.level().equals("CITY") && i.shortName().startsWith("机关事务")),
                i -> name + i.code());
        return city.organization.institutions.add(Rows.with(
                like,
                "code",
                like.divisionCode().substring(0, 6) + "9" + serial,
                "name",
                called,
                "shortName",
                shortName,
                "kind",
                kind,
                "parentCode",
                like.code(),
                "creditCode",
                CreditCode.of(kind, like.divisionCode(), plants.chance.under(name)),
                "dissolvedOn",
                dissolved));
    }

    /** An idle office of another, whose offices and area are not counted, goes to it. */
    private Room give(String name, Institution to) {
        Room room = plants.pick(
                name,
                premises.rooms.where(
                        r -> r.idleSince() != null && r.buildingCode().startsWith(to.divisionCode())),
                r -> "room " + r.key(),
                r -> !plants.taken("seats " + r.institutionCode()) && !plants.taken("area " + r.institutionCode()));
        return premises.rooms.change(room, "institutionCode", to.code(), "idleSince", null);
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.demonstration.Organization.Appointment;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Organization.Person;
import org.yiti.demonstration.Premises.Building;
import org.yiti.demonstration.Premises.Lease;
import org.yiti.demonstration.Premises.Occupancy;
import org.yiti.demonstration.Premises.Room;
import org.yiti.demonstration.Premises.ServiceCharge;

/** What has happened to the rooms so far: leavers who gave theirs back, moves, leases with their papers, charges. */
final class Papers {
    private final Organization organization;
    private final Premises premises;
    private final Chance chance;
    private final LocalDate asOf;
    private final Map<String, List<Room>> offices = new HashMap<>();

    Papers(Organization organization, Premises premises, Chance chance, LocalDate asOf) {
        this.organization = organization;
        this.premises = premises;
        this.chance = chance.under("papers");
        this.asOf = asOf;
        premises.rooms
                .where(r -> r.use().equals("OFFICE") && r.idleSince() == null)
                .forEach(r -> offices.computeIfAbsent(r.institutionCode(), i -> new ArrayList<>())
                        .add(r));
    }

    void write() {
        organization.people.where(p -> p.leftOn() != null).toList().forEach(this::gaveBack);
        List.copyOf(premises.occupancies.all()).forEach(this::maybeMoved);
        concurrentPosts();
        leases();
        premises.buildings.all().forEach(this::charges);
    }

    private void gaveBack(Person leaver) {
        Chance own = chance.under(leaver.code());
        Room room = own.pick(offices.getOrDefault(leaver.institutionCode(), List.of()));
        LocalDate left = java.util.Objects.requireNonNull(leaver.leftOn());
        premises.occupancies.add(Occupancy.of(
                leaver.institutionCode(),
                room,
                leaver.code(),
                left.minusDays(own.whole(400, 1500)),
                left.plusDays(own.whole(2, 26))));
    }

    private void maybeMoved(Occupancy now) {
        Chance own = chance.under("move " + now.key());
        LocalDate day = asOf.minusDays(own.whole(60, 700));
        if (now.personCode() == null
                || now.endsOn() != null
                || !own.happens(0.05)
                || !now.startsOn().isBefore(day.minusDays(200))) {
            return;
        }
        Room before = own.pick(offices.getOrDefault(now.user(), List.of()));
        if (now.in(before)) {
            return;
        }
        premises.occupancies.remove(now);
        premises.occupancies.add(Occupancy.of(now.user(), before, now.personCode(), now.startsOn(), day.minusDays(1)));
        premises.occupancies.add(Rows.with(now, "startsOn", day));
    }

    /** Leaders who also hold a post elsewhere, and keep one office only. */
    private void concurrentPosts() {
        List<Institution> institutions = List.copyOf(organization.institutions.all());
        organization
                .people
                .where(p -> p.leftOn() == null && p.rank().endsWith("BUREAU_DEPUTY"))
                .filter(p -> chance.under("concurrent " + p.code()).happens(0.12))
                .toList()
                .forEach(p -> {
                    Chance own = chance.under("concurrent of " + p.code());
                    Institution other = institutions.get(own.whole(0, Math.min(51, institutions.size() - 1)));
                    LocalDate from = asOf.minusDays(own.whole(300, 1500));
                    boolean over = own.happens(0.4);
                    organization.appointments.add(new Appointment(
                            other.code(),
                            p.code(),
                            null,
                            "兼" + other.shortName() + "副职",
                            false,
                            from,
                            over ? from.plusDays(own.whole(60, 250)) : null));
                });
    }

    private void leases() {
        int serial = 0;
        for (String name : List.of("交通局", "城管局", "社保中心", "商务局", "医保局")) {
            Institution tenant = organization
                    .institutions
                    .where(i -> i.shortName().equals(name))
                    .findFirst()
                    .orElseThrow();
            Chance own = chance.under("lease " + tenant.code());
            double area = Rows.rounded(own.real(60, 160), 2);
            LocalDate from = asOf.minusDays(own.whole(100, 600));
            premises.leases.add(Lease.in(
                    tenant.code(),
                    "ZR-%s-%02d".formatted(tenant.code(), ++serial),
                    own.pick(List.of("滨江商务大厦", "迎宾路综合楼", "科创园")) + own.whole(2, 12) + "层",
                    own.pick(List.of("示范城投资产经营有限公司", "示范产业园运营有限公司")),
                    area,
                    Math.ceil(area) + own.whole(0, 6),
                    Rows.rounded(area * own.whole(260, 420), 2),
                    "示机管租〔%d〕%d号".formatted(from.getYear(), own.whole(1, 40)),
                    from,
                    asOf.plusDays(own.whole(120, 500))));
        }
        for (Building building : premises.buildings
                .where(b -> b.code().endsWith("-B2") || b.code().endsWith("-X4"))
                .limit(3)
                .toList()) {
            Chance own = chance.under("let " + building.code());
            LocalDate from = asOf.minusDays(own.whole(100, 600));
            double area = Rows.rounded(own.real(80, 260), 2);
            premises.leases.add(new Lease(
                    building.institutionCode(),
                    "ZC-%s-%02d".formatted(building.institutionCode(), ++serial),
                    "OUT",
                    building.code(),
                    building.name() + "临街裙房",
                    "示范便民商业有限公司",
                    "PRIVATE_ENTERPRISE",
                    area,
                    null,
                    Rows.rounded(area * own.whole(180, 320), 2),
                    null,
                    "示机管处〔%d〕%d号".formatted(from.getYear(), own.whole(1, 40)),
                    from,
                    asOf.plusDays(own.whole(120, 500)),
                    null,
                    null));
        }
    }

    private void charges(Building building) {
        Chance own = chance.under("charges " + building.code());
        double perMetre = own.real(1.8, 2.9);
        String supplier = own.pick(List.of("示范安居物业服务有限公司", "示范政务物业服务有限公司", "示范后勤服务集团"));
        for (int back = 12; back >= 1; back--) {
            YearMonth month = YearMonth.from(asOf).minusMonths(back);
            double property = building.buildingArea() * perMetre;
            premises.charges.add(new ServiceCharge(
                    building.institutionCode(),
                    building.code(),
                    month,
                    "PROPERTY_MANAGEMENT",
                    Rows.rounded(property, 2),
                    supplier));
            premises.charges.add(new ServiceCharge(
                    building.institutionCode(),
                    building.code(),
                    month,
                    "EQUIPMENT_MAINTENANCE",
                    Rows.rounded(property * own.real(0.08, 0.16), 2),
                    supplier));
        }
    }
}

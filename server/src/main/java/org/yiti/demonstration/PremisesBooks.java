package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.yiti.demonstration.Housekeeping.Filing;
import org.yiti.demonstration.Housekeeping.IdleDisposal;
import org.yiti.demonstration.Housekeeping.LeaseIncome;
import org.yiti.demonstration.Housekeeping.Patrol;
import org.yiti.demonstration.Housekeeping.Project;
import org.yiti.demonstration.Housekeeping.PropertyContract;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Premises.Building;
import org.yiti.demonstration.Premises.Lease;
import org.yiti.demonstration.Premises.Room;

/** What a bureau that does its work has on its books of premises: projects, inspections, filings, rents and contracts. */
final class PremisesBooks {
    private static final List<String> SUPPLIERS = List.of("示范安居物业服务有限公司", "示范政务物业服务有限公司", "示范后勤服务集团");

    private final Organization organization;
    private final Premises premises;
    private final Chance chance;
    private final LocalDate asOf;

    PremisesBooks(Organization organization, Premises premises, Chance chance, LocalDate asOf) {
        this.organization = organization;
        this.premises = premises;
        this.chance = chance.under("premises books");
        this.asOf = asOf;
    }

    void write() {
        for (Building building : premises.buildings.all()) {
            Chance own = chance.under(building.code());
            repair(building, own);
            contract(building, own);
        }
        for (Institution institution : organization.institutions.all()) {
            if (premises.rooms
                    .where(r -> r.institutionCode().equals(institution.code()))
                    .findAny()
                    .isPresent()) {
                Chance own = chance.under(institution.code());
                patrol(institution, own);
                filings(institution, own);
            }
        }
        premises.leases.where(l -> l.direction().equals("OUT")).toList().forEach(this::rents);
        premises.rooms
                .where(r -> r.idleSince() != null && r.idleSince().isBefore(asOf.minusDays(140)))
                .limit(6)
                .toList()
                .forEach(this::plan);
    }

    private void repair(Building building, Chance own) {
        LocalDate started = asOf.minusDays(own.whole(120, 700));
        double cost = own.whole(8, 45) * 1000.0;
        premises.projects.add(new Project(
                building.institutionCode(),
                "XM-" + building.code(),
                building.name() + own.pick(List.of("屋面防水维修", "电梯维修", "给排水维修", "外窗维修")),
                "ROUTINE_REPAIR",
                "OFFICE",
                building.code(),
                null,
                null,
                null,
                null,
                cost + 2000,
                cost,
                "BUDGET",
                started,
                started.plusDays(own.whole(10, 60)),
                null));
    }

    private void contract(Building building, Chance own) {
        LocalDate from = LocalDate.of(asOf.getYear() - 1, 1, 1);
        premises.contracts.add(new PropertyContract(
                building.institutionCode(),
                "WY-" + building.code(),
                building.code(),
                own.pick(SUPPLIERS),
                Rows.rounded(building.buildingArea() * own.real(22, 35), 2),
                true,
                from,
                from.plusYears(3).minusDays(1)));
    }

    private void patrol(Institution institution, Chance own) {
        LocalDate day = asOf.minusDays(own.whole(40, 300));
        boolean problem = own.happens(0.3);
        premises.patrols.add(new Patrol(
                institution.code(),
                day,
                "示范市机关事务管理局、发展和改革委员会、财政局",
                own.whole(86, 100),
                problem ? own.pick(List.of("台账未及时更新", "楼道堆放杂物", "会议室使用登记不全")) : null,
                problem ? day.plusDays(30) : null,
                problem ? day.plusDays(own.whole(5, 28)) : null));
    }

    private void filings(Institution institution, Chance own) {
        for (int year = asOf.getYear() - 2; year <= asOf.getYear(); year++) {
            file(institution, year, "INTERNAL_PUBLICITY", LocalDate.of(year, 11, own.whole(2, 28)));
            file(institution, year, "LEADER_OFFICES", LocalDate.of(year, 12, own.whole(2, 20)));
            if (institution.shortName().startsWith("机关事务")) {
                file(institution, year, "ANNUAL_STATISTICS", LocalDate.of(year + 1, 2, own.whole(2, 26)));
            }
        }
    }

    private void file(Institution institution, int year, String kind, LocalDate day) {
        if (day.isBefore(asOf)) {
            premises.filings.add(new Filing(
                    institution.code(), year, kind, day, "办用〔%d〕%d号".formatted(day.getYear(), day.getDayOfYear())));
        }
    }

    /** Quarter by quarter since the lease began; the last one is still being collected. */
    private void rents(Lease lease) {
        for (LocalDate from = lease.startsOn(); from.plusMonths(3).isBefore(asOf); from = from.plusMonths(3)) {
            LocalDate to = from.plusMonths(3).minusDays(1);
            boolean paid = to.isBefore(asOf.minusDays(21));
            premises.leaseIncomes.add(new LeaseIncome(
                    lease.institutionCode(),
                    lease.contractNo(),
                    from,
                    to,
                    Rows.rounded(lease.rentPerYear() / 4, 2),
                    paid ? to.plusDays(6) : null,
                    paid
                            ? "示财收%s%s"
                                    .formatted(
                                            Journeys.compact(to),
                                            lease.contractNo().substring(3, 9))
                            : null));
        }
    }

    private void plan(Room room) {
        LocalDate decided = asOf.minusDays(60);
        premises.idleDisposals.add(new IdleDisposal(
                room.institutionCode(),
                "CZ-" + room.buildingCode() + "-" + room.number(),
                room.buildingCode(),
                room.number(),
                "REALLOCATION",
                room.usableArea(),
                "示机管处〔%d〕闲%d号"
                        .formatted(
                                decided.getYear(), premises.idleDisposals.all().size() + 1),
                decided,
                null));
    }
}

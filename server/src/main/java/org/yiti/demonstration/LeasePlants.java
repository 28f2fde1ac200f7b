package org.yiti.demonstration;

import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Premises.Building;
import org.yiti.demonstration.Premises.Lease;

/** Space leased in without asking, and offices let to others. */
final class LeasePlants {
    private final Plants plants;
    private final City city;

    LeasePlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
    }

    void sow() {
        plants.attempt(this::leasedIn);
        plants.attempt(this::letOut);
    }

    private Institution tenant(String name) {
        return plants.pick(
                name,
                city.organization.institutions.where(i -> i.level().equals("CITY")
                        && i.kind().equals("GOVERNMENT_ORGAN")
                        && city.organization.headcountOf(i.code()) >= 30
                        && city.premises
                                .leases
                                .where(l -> l.institutionCode().equals(i.code()))
                                .findAny()
                                .isEmpty()),
                i -> "institution " + i.code());
    }

    private Lease lease(String name, int serial, double area) {
        return Alterations.lease(city, tenant(name).code(), serial, area);
    }

    private void leasedIn() {
        Lease silent = lease("OF-15 silent", 11, 46.5);
        city.premises.leases.change(silent, "approvalNo", null, "approvedArea", null);
        plants.breach("OF-15", silent.institutionCode(), silent.contractNo(), "租用没有批准文号", 46.5, 0);

        Lease larger = lease("OF-15 larger", 12, 58);
        city.premises.leases.change(larger, "approvedArea", 40.0);
        plants.breach("OF-15", larger.institutionCode(), larger.contractNo(), "租用面积大于批准面积", 58, 40);

        Lease free = lease("OF-15 free", 13, 35.2);
        city.premises.leases.change(free, "rentPerYear", 0.0, "counterpartyKind", "PRIVATE_ENTERPRISE");
        plants.breach("OF-15", free.institutionCode(), free.contractNo(), "向企业租用而租金为零");

        Lease ended = lease("OF-15 ended", 14, 44);
        city.premises.leases.change(ended, "approvalNo", null, "endsOn", city.asOf.minusDays(1));
        plants.nearMiss("OF-15", ended.institutionCode(), "没有批准文号的租约昨天到期");
        plants.consequence("OF-15b", ended.institutionCode(), ended.contractNo(), "租约昨天到期，没有续签");

        Lease public_ = lease("OF-15 from an organ", 15, 52);
        city.premises.leases.change(
                public_, "rentPerYear", 0.0, "counterparty", "示范市供销合作社", "counterpartyKind", "ORGAN");
        plants.nearMiss("OF-15", public_.institutionCode(), "无偿使用的是机关房屋,不是企业的");
    }

    private void letOut() {
        let("OF-24 shop", 1, 86.5, null, 200, true);
        let("OF-24 hall", 2, 640, null, 30, true);
        let("OF-24 blank", 3, 24, " ", 90, true);
        let("OF-24 ended", 4, 110, null, -3, false);
    }

    private void let(String name, int serial, double area, @Nullable String disposal, int days, boolean found) {
        Building building = plants.pick(
                name, city.premises.buildings.where(b -> b.code().contains("-X")), b -> "let " + b.institutionCode());
        Lease lease = city.premises.leases.add(new Lease(
                building.institutionCode(),
                "ZC-%s-P%02d".formatted(building.institutionCode(), serial),
                "OUT",
                building.code(),
                building.name() + "临街一层",
                "示范百货经营部",
                "INDIVIDUAL",
                area,
                null,
                Rows.rounded(area * 260, 2),
                null,
                disposal,
                city.asOf.minusDays(300),
                city.asOf.plusDays(days),
                null,
                null));
        if (found) {
            plants.breach("OF-24", lease.institutionCode(), lease.contractNo(), "出租办公用房没有处置批准", area, 0);
        } else {
            plants.nearMiss("OF-24", lease.institutionCode(), "没有处置批准的出租已经到期");
        }
        if (days <= 60) {
            plants.consequence("OF-15b", lease.institutionCode(), lease.contractNo(), "出租的合同到期，没有续签");
        }
    }
}

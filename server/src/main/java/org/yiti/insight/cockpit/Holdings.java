package org.yiti.insight.cockpit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.Label;

/** What we hold: one figure each, with what it counts and the list it opens. */
final class Holdings {

    private final JdbcClient database;

    Holdings(JdbcClient database) {
        this.database = database;
    }

    List<CockpitView.Holding> list(@Nullable Set<UUID> within, LocalDate today) {
        var all = new ArrayList<CockpitView.Holding>();
        all.add(holding(
                "institutions",
                "机构",
                "Institutions",
                "个",
                "/ledgers/organization/institutions",
                "未撤销的机构",
                "Institutions not dissolved",
                one(
                        "select count(*) from organization.institution i where i.dissolved_on is null and {scope:i}",
                        within)));
        all.add(holding(
                "people",
                "在职人员",
                "People",
                "人",
                "/ledgers/organization/people",
                "未调离、未退休的人员",
                "People neither transferred nor retired",
                one(
                        "select count(*) from organization.person p where p.transferred_on is null and p.retired_on is null and {scope:p}",
                        within)));
        all.add(holding(
                "buildings",
                "建筑",
                "Buildings",
                "栋",
                "/ledgers/premises/buildings",
                "登记在册的建筑",
                "Buildings in the ledger",
                one("select count(*) from premises.building b where {scope:b}", within)));
        all.add(holding(
                "rooms",
                "房间",
                "Rooms",
                "间",
                "/ledgers/premises/rooms",
                "登记在册的房间",
                "Rooms in the ledger",
                one("select count(*) from premises.room r where {scope:r}", within)));
        all.add(holding(
                "officeArea",
                "办公室使用面积",
                "Office area",
                "m²",
                "/ledgers/premises/rooms?use=OFFICE",
                "用途为办公室的房间使用面积之和",
                "Usable area of all rooms used as offices",
                one(
                        "select coalesce(sum(r.usable_area), 0) from premises.room r where r.use = 'OFFICE' and {scope:r}",
                        within)));
        all.add(holding(
                "vehicles",
                "公务用车",
                "Vehicles",
                "辆",
                "/ledgers/fleet/vehicles?status=IN_USE&status=IDLE&status=SEALED",
                "未处置的车辆",
                "Vehicles not disposed of",
                one("select count(*) from fleet.vehicle v where v.status <> 'RETIRED' and {scope:v}", within)));
        all.add(holding(
                "meters",
                "计量器具",
                "Meters",
                "只",
                "/ledgers/energy/meters",
                "未拆除的计量器具",
                "Meters not removed",
                one("select count(*) from energy.meter m where m.removed_on is null and {scope:m}", within)));
        var year = today.withDayOfMonth(1).minusYears(1);
        all.add(holding(
                "electricityYear",
                "近 12 个月用电",
                "Electricity, 12 months",
                "kWh",
                "/ledgers/energy/consumptions?energyKind=ELECTRICITY&month.from="
                        + year.toString().substring(0, 7),
                "月台账中近 12 个整月的用电量之和",
                "Sum of the monthly ledger over the last 12 whole months",
                CockpitQueries.scoped(
                                database,
                                "select coalesce(sum(c.amount), 0) from energy.consumption c where c.energy_kind = 'ELECTRICITY' and c.month >= :from and c.month < :to and {scope:c}",
                                within)
                        .param("from", year)
                        .param("to", today.withDayOfMonth(1))
                        .query(BigDecimal.class)
                        .single()));
        return all;
    }

    private BigDecimal one(String sql, @Nullable Set<UUID> within) {
        return CockpitQueries.scoped(database, sql, within)
                .query(BigDecimal.class)
                .single();
    }

    private static CockpitView.Holding holding(
            String key,
            String zh,
            String en,
            String unit,
            String href,
            String countsZh,
            String countsEn,
            BigDecimal value) {
        return new CockpitView.Holding(key, new Label(zh, en), value, unit, href, new Label(countsZh, countsEn));
    }
}

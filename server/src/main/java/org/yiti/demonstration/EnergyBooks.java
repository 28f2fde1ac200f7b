package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.demonstration.Energy.Audit;
import org.yiti.demonstration.Energy.EnergyFiling;
import org.yiti.demonstration.Energy.EnergyUser;
import org.yiti.demonstration.Energy.Publicity;
import org.yiti.demonstration.Energy.Purchase;
import org.yiti.demonstration.Energy.Rectification;
import org.yiti.demonstration.Energy.SavingReview;
import org.yiti.demonstration.Energy.WaterPlan;

/** What institutions that do their duty have on their books of energy beside what they used. */
final class EnergyBooks {
    private final City city;
    private final Energy energy;
    private final Chance chance;
    private final LocalDate asOf;
    private final Map<String, Map<YearMonth, Double>> water = new HashMap<>();

    EnergyBooks(City city, Energy energy, Chance chance) {
        this.city = city;
        this.energy = energy;
        this.chance = chance.under("energy books");
        this.asOf = city.asOf;
    }

    void write() {
        energy.consumptions
                .where(c -> c.energyKind().equals("WATER"))
                .forEach(c -> water.computeIfAbsent(c.institutionCode(), i -> new HashMap<>())
                        .merge(c.month(), c.amount(), Double::sum));
        int serial = 0;
        for (EnergyUser user : List.copyOf(energy.users.all())) {
            if (user.year() == asOf.getYear() - 1) {
                user(user.institutionCode(), chance.under(user.institutionCode()), serial++);
            }
        }
        city.premises.buildings.all().stream()
                .map(Premises.Building::institutionCode)
                .distinct()
                .forEach(owner -> yearly(owner, "ITEM_ELECTRICITY_REPORT", chance.under("items " + owner)));
    }

    private void user(String code, Chance own, int serial) {
        yearly(code, "ANALYSIS_REPORT", own);
        for (LocalDate from = LocalDate.of(asOf.getYear() - 1, 1, 1); from.isBefore(asOf); from = from.plusMonths(3)) {
            quarter(code, from, own);
        }
        LocalDate reviewed = LocalDate.of(asOf.getYear() - 1, 12, own.whole(5, 25));
        energy.reviews.add(new SavingReview(code, asOf.getYear() - 1, true, own.whole(82, 97), reviewed));
        if (serial % 3 == 0) {
            buy(code, own, serial);
        }
        if (serial % 9 == 0) {
            audit(code, own);
        }
        if (serial % 14 == 0) {
            order(code, own, serial);
        }
    }

    private void yearly(String code, String kind, Chance own) {
        for (int year = asOf.getYear() - 2; year < asOf.getYear(); year++) {
            LocalDate day = LocalDate.of(year + 1, own.whole(1, 3), own.whole(3, 27));
            if (day.isBefore(asOf)) {
                energy.filings.add(new EnergyFiling(
                        code, year, kind, day, "节报〔%d〕%d号".formatted(day.getYear(), own.whole(1, 99)), null));
            }
        }
    }

    private void quarter(String code, LocalDate from, Chance own) {
        int quarter = (from.getMonthValue() + 2) / 3;
        LocalDate published = from.plusMonths(3).plusDays(own.whole(6, 24));
        if (published.isBefore(asOf)) {
            energy.publicities.add(new Publicity(code, from.getYear(), quarter, published, "单位内网和公告栏"));
        }
        double used = 0;
        for (int m = 0; m < 3; m++) {
            Double amount =
                    water.getOrDefault(code, Map.of()).get(YearMonth.from(from).plusMonths(m));
            if (amount == null) {
                return;
            }
            used += amount;
        }
        double planned = Math.max(10, Math.ceil(used * own.real(1.06, 1.2)));
        energy.waterPlans.add(
                new WaterPlan(code, from.getYear(), quarter, planned, "示水计〔%d〕%d号".formatted(from.getYear(), quarter)));
    }

    private void buy(String code, Chance own, int serial) {
        LocalDate day = asOf.minusDays(own.whole(30, 600));
        energy.purchases.add(new Purchase(
                code,
                "CG-%s-%03d".formatted(code, serial),
                own.pick(List.of("房间空气调节器", "便携式计算机", "台式计算机", "LED 照明产品")),
                "MANDATORY",
                "CQC%d%06d".formatted(day.getYear(), own.whole(1000, 999_999)),
                false,
                own.whole(2, 40),
                own.whole(6, 180) * 1000.0,
                day));
    }

    private void audit(String code, Chance own) {
        LocalDate day = asOf.minusDays(own.whole(200, 900));
        LocalDate by = day.plusDays(150);
        energy.audits.add(new Audit(
                code,
                day,
                "示范节能技术服务中心",
                own.pick(List.of("更换高效照明", "空调系统变频改造", "加装用水计量")),
                by,
                by.minusDays(own.whole(3, 60)),
                day.plusYears(5)));
    }

    private void order(String code, Chance own, int serial) {
        LocalDate issued = asOf.minusDays(own.whole(90, 400));
        LocalDate due = issued.plusDays(60);
        energy.rectifications.add(new Rectification(
                code,
                "示机管节改〔%d〕%d号".formatted(issued.getYear(), serial + 1),
                issued,
                own.pick(List.of("下班后关闭空调主机", "景观照明限时开启", "补齐用能台账")),
                due,
                due.minusDays(own.whole(2, 40))));
    }
}

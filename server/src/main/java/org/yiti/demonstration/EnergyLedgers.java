package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiti.demonstration.Energy.Consumption;
import org.yiti.demonstration.Energy.EnergyFiling;
import org.yiti.demonstration.Energy.EnergyQuota;
import org.yiti.demonstration.Energy.EnergyUser;
import org.yiti.demonstration.Organization.Institution;

/** Books what the meters say: each institution its share of its building, vehicle fuel as the cards have it. */
final class EnergyLedgers {
    private final City city;
    private final Energy energy;
    private final Meters meters;
    private final Chance chance;
    private final YearMonth first;
    private final YearMonth last;
    private final Map<String, double[]> coefficients = new HashMap<>();

    EnergyLedgers(City city, Energy energy, Meters meters, Chance chance) {
        this.city = city;
        this.energy = energy;
        this.meters = meters;
        this.chance = chance.under("ledgers");
        last = YearMonth.from(city.asOf).minusMonths(1);
        first = Collections.min(List.of(YearMonth.of(city.asOf.getYear() - 1, 1), last.minusMonths(23)));
        Lines.of("energy.txt")
                .forEach(line -> coefficients.put(
                        line[0], new double[] {Double.parseDouble(line[1]), Double.parseDouble(line[2])}));
    }

    void book() {
        new Metering(city, energy, chance).book(first.getYear());
        city.premises.buildings.all().forEach(building -> buildingMonths(building.code()));
        fuel();
        for (Institution institution : city.organization.institutions.all()) {
            if (institution.level().equals("PROVINCE")) {
                filings(institution.code(), chance.under(institution.code()));
            } else {
                yearly(institution);
            }
        }
    }

    private void buildingMonths(String building) {
        Map<String, Double> shares = city.sharesOf(building);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth of = month;
            meters.used(building, month).forEach((kind, amount) -> share(building, kind, of, amount, shares));
        }
    }

    private void share(String building, String kind, YearMonth month, double amount, Map<String, Double> shares) {
        double left = amount;
        int open = shares.size();
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            double part = --open == 0 ? Rows.rounded(left, 3) : Rows.rounded(amount * share.getValue(), 3);
            left -= part;
            double price = coefficient(kind)[1] * (1 + 0.01 * (month.getMonthValue() % 3));
            energy.consumptions.add(
                    new Consumption(share.getKey(), building, kind, month, part, null, Rows.rounded(part * price, 2)));
        }
    }

    private void fuel() {
        YearMonth from = YearMonth.from(city.asOf.minusMonths(12).plusDays(1));
        Map<String, Map<YearMonth, double[]>> burnt = new TreeMap<>();
        city.fleet
                .vehicles
                .all()
                .forEach(vehicle -> city.travel(vehicle).fuels().stream()
                        .filter(f ->
                                !f.grade().equals("ELECTRICITY") && !f.grade().equals("NON_FUEL"))
                        .forEach(f -> {
                            double[] sums = burnt.computeIfAbsent(
                                            f.institutionCode() + " "
                                                    + (f.grade().startsWith("DIESEL") ? "DIESEL" : "GASOLINE"),
                                            key -> new TreeMap<>())
                                    .computeIfAbsent(YearMonth.from(f.fuelledAt()), m -> new double[2]);
                            sums[0] += f.litres();
                            sums[1] += f.amount();
                        }));
        burnt.forEach((key, months) -> {
            Chance own = chance.under("fuel " + key);
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                // Cards are known for twelve months; before that the ledger shows what the same month came to, a little
                // more.
                YearMonth like = month;
                while (!like.isAfter(from)) {
                    like = like.plusMonths(12);
                }
                double more = like.equals(month) ? 1 : own.real(1.0, 1.08);
                double[] sums = months.getOrDefault(like, new double[2]);
                double litres = Rows.rounded(sums[0] * more, 2);
                double cost = Rows.rounded(sums[1] * more, 2);
                energy.consumptions.add(
                        new Consumption(key.substring(0, 9), null, key.substring(10), month, litres, litres, cost));
            }
        });
    }

    private void yearly(Institution institution) {
        String code = institution.code();
        List<Organization.Person> staff = city.organization.staffOf(code).toList();
        double area = city.premises
                .agreements
                .where(a -> a.institutionCode().equals(code))
                .mapToDouble(Premises.UseAgreement::area)
                .sum();
        if (area == 0) {
            // An agreement that was never signed does not make the rooms vanish.
            area = Rows.rounded(
                    city.premises
                                    .rooms
                                    .where(room -> room.institutionCode().equals(code))
                                    .mapToDouble(Premises.Room::usableArea)
                                    .sum()
                            / 0.7,
                    2);
        }
        Chance own = chance.under(code);
        if (area == 0 || staff.isEmpty()) {
            filings(code, own);
            return;
        }
        String manager = staff.get(staff.size() / 2).name();
        for (int year = city.asOf.getYear() - 1; year <= city.asOf.getYear(); year++) {
            energy.users.add(new EnergyUser(
                    code, year, staff.size(), area, null, own.pick(staff).name(), manager));
        }
        Map<String, Double> actual = indicators(code, city.asOf.getYear() - 1);
        for (int year = city.asOf.getYear() - 1; year <= city.asOf.getYear(); year++) {
            int of = year;
            actual.forEach((indicator, value) -> energy.quotas.add(new EnergyQuota(
                    code,
                    of,
                    indicator,
                    Rows.rounded(value * 1.28, 2),
                    Rows.rounded(value * 1.12, 2),
                    Rows.rounded(value * 0.9, 2),
                    "示机管节〔%d〕%d号".formatted(of, 12))));
        }
        filings(code, own);
    }

    /** What the institution came to in a year, by quota indicator; vehicles burn on another account. */
    Map<String, Double> indicators(String institution, int year) {
        double kgce = 0;
        double electricity = 0;
        double water = 0;
        for (Consumption c : energy.consumptions.all()) {
            if (c.institutionCode().equals(institution) && c.month().getYear() == year && c.vehicleAmount() == null) {
                kgce += c.amount() * coefficient(c.energyKind())[0];
                electricity += c.energyKind().equals("ELECTRICITY") ? c.amount() : 0;
                water += c.energyKind().equals("WATER") ? c.amount() : 0;
            }
        }
        EnergyUser user = energy.users.get(institution + " " + year);
        Map<String, Double> indicators = new LinkedHashMap<>();
        indicators.put("ENERGY_PER_AREA", kgce / user.buildingArea());
        indicators.put("ENERGY_PER_PERSON", kgce / user.persons());
        indicators.put("WATER_PER_PERSON", water / user.persons());
        indicators.put("ELECTRICITY_PER_AREA", electricity / user.buildingArea());
        return indicators;
    }

    private void filings(String institution, Chance own) {
        for (int year = city.asOf.getYear() - 2; year <= city.asOf.getYear(); year++) {
            file(institution, year, "ANNUAL_REPORT", LocalDate.of(year + 1, own.whole(1, 3), own.whole(3, 27)), own);
            file(institution, year, "ANNUAL_PLAN", LocalDate.of(year, own.whole(1, 3), own.whole(3, 27)), own);
        }
    }

    private void file(String institution, int year, String kind, LocalDate day, Chance own) {
        if (day.isBefore(city.asOf)) {
            energy.filings.add(new EnergyFiling(
                    institution,
                    year,
                    kind,
                    day,
                    "%s〔%d〕%d号".formatted(kind.endsWith("PLAN") ? "节方案" : "能耗报", day.getYear(), own.whole(1, 60)),
                    null));
        }
    }

    private double[] coefficient(String kind) {
        double[] found = coefficients.get(kind);
        if (found == null) {
            throw new IllegalArgumentException(kind);
        }
        return found;
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Meters and energy ledgers of one city. */
final class Energy {
    record Meter(
            String institutionCode,
            String code,
            String name,
            String siteCode,
            String buildingCode,
            @Nullable String parentCode,
            String energyKind,
            String level,
            @Nullable String item,
            int ratio,
            LocalDate installedOn,
            @Nullable LocalDate removedOn) {}

    record Consumption(
            String institutionCode,
            @Nullable String buildingCode,
            String energyKind,
            YearMonth month,
            double amount,
            @Nullable Double vehicleAmount,
            double cost) {}

    record EnergyUser(
            String institutionCode,
            int year,
            int persons,
            double buildingArea,
            @Nullable Double heatedArea,
            @Nullable String statistician) {}

    record EnergyQuota(
            String institutionCode,
            int year,
            String indicator,
            double constraintValue,
            double benchmarkValue,
            double guideValue,
            String documentNo) {}

    record EnergyFiling(
            String institutionCode,
            int year,
            String kind,
            LocalDate filedOn,
            @Nullable String documentNo,
            @Nullable String note) {}

    /** What a meter shows on a day, hour by hour. */
    interface Dial {
        double[] of(LocalDate day);
    }

    final Table<Meter> meters = new Table<>(Meter.class, Meter::code);
    final Map<String, Dial> dials = new LinkedHashMap<>();
    final Table<Consumption> consumptions = new Table<>(
            Consumption.class,
            c -> c.institutionCode() + " " + c.buildingCode() + " " + c.energyKind() + " " + c.month());
    final Table<EnergyUser> users = new Table<>(EnergyUser.class, u -> u.institutionCode() + " " + u.year());
    final Table<EnergyQuota> quotas =
            new Table<>(EnergyQuota.class, q -> q.institutionCode() + " " + q.year() + " " + q.indicator());
    final Table<EnergyFiling> filings =
            new Table<>(EnergyFiling.class, f -> f.institutionCode() + " " + f.year() + " " + f.kind());
}

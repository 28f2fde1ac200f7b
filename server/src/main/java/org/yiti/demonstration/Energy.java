package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
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

    record Installation(
            String meterCode, LocalDateTime beginsAt, String kind, double endRegister, double startRegister) {}

    record Source(
            String institutionCode,
            String name,
            String protocol,
            @Nullable String host,
            @Nullable Integer port,
            int periodMinutes,
            boolean enabled) {}

    record Point(String institutionCode, String sourceName, String meterCode, String item, String address) {}

    record Tariff(
            String institutionCode,
            String energyKind,
            LocalDate validFrom,
            double price,
            @Nullable Double peakPrice,
            @Nullable String peakHours,
            @Nullable Double valleyPrice,
            @Nullable String valleyHours) {}

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
    final Table<Installation> installations =
            new Table<>(Installation.class, i -> i.meterCode() + " " + i.beginsAt());
    final Table<Source> sources = new Table<>(Source.class, Source::name);
    final Table<Point> points = new Table<>(Point.class, p -> p.sourceName() + " " + p.meterCode());
    final Table<Tariff> tariffs =
            new Table<>(Tariff.class, t -> t.institutionCode() + " " + t.energyKind() + " " + t.validFrom());
    final Table<Consumption> consumptions = new Table<>(
            Consumption.class,
            c -> c.institutionCode() + " " + c.buildingCode() + " " + c.energyKind() + " " + c.month());
    final Table<EnergyUser> users = new Table<>(EnergyUser.class, u -> u.institutionCode() + " " + u.year());
    final Table<EnergyQuota> quotas =
            new Table<>(EnergyQuota.class, q -> q.institutionCode() + " " + q.year() + " " + q.indicator());
    final Table<EnergyFiling> filings =
            new Table<>(EnergyFiling.class, f -> f.institutionCode() + " " + f.year() + " " + f.kind());
}

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
            @Nullable LocalDate removedOn,
            @Nullable String keyArea,
            @Nullable LocalDate since) {}

    /** Item meters were plain ones before what they measure was kept apart. */
    record MeterPast(
            String meterCode,
            String institutionCode,
            String siteCode,
            String buildingCode,
            String level,
            LocalDate startsOn,
            LocalDate endsOn) {}

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
            @Nullable String statistician,
            @Nullable String manager) {}

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

    record Audit(
            String institutionCode,
            LocalDate doneOn,
            String auditor,
            String actions,
            @Nullable LocalDate actBy,
            @Nullable LocalDate actedOn,
            @Nullable LocalDate nextBy) {}

    record Purchase(
            String institutionCode,
            String contractNo,
            String product,
            String duty,
            @Nullable String certificateNo,
            boolean eliminated,
            int quantity,
            double amount,
            LocalDate boughtOn) {}

    record Rectification(
            String institutionCode,
            String noticeNo,
            LocalDate issuedOn,
            String demands,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    record SavingReview(String institutionCode, int year, boolean targetsMet, double score, LocalDate reviewedOn) {}

    record WaterPlan(String institutionCode, int year, int quarter, double amount, String documentNo) {}

    record Publicity(String institutionCode, int year, int quarter, LocalDate publishedOn, String place) {}

    /** What a meter shows on a day, hour by hour. */
    interface Dial {
        double[] of(LocalDate day);
    }

    final Table<Meter> meters = new Table<>(Meter.class, Meter::code);
    final Table<MeterPast> meterPasts = new Table<>(MeterPast.class, MeterPast::meterCode);
    final Map<String, Dial> dials = new LinkedHashMap<>();
    final Table<Installation> installations = new Table<>(Installation.class, i -> i.meterCode() + " " + i.beginsAt());
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
    final Table<Audit> audits = new Table<>(Audit.class, a -> a.institutionCode() + " " + a.doneOn());
    final Table<Purchase> purchases = new Table<>(Purchase.class, p -> p.contractNo() + " " + p.product());
    final Table<Rectification> rectifications = new Table<>(Rectification.class, Rectification::noticeNo);
    final Table<SavingReview> reviews = new Table<>(SavingReview.class, r -> r.institutionCode() + " " + r.year());
    final Table<WaterPlan> waterPlans =
            new Table<>(WaterPlan.class, p -> p.institutionCode() + " " + p.year() + "Q" + p.quarter());
    final Table<Publicity> publicities =
            new Table<>(Publicity.class, p -> p.institutionCode() + " " + p.year() + "Q" + p.quarter());
    final Table<EnergyFiling> filings =
            new Table<>(EnergyFiling.class, f -> f.institutionCode() + " " + f.year() + " " + f.kind());
}

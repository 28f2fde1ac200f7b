package org.yiti.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What institutions own beside premises and vehicles. */
final class Estate {
    record Asset(
            String cardNo,
            String name,
            String institutionCode,
            @Nullable String gbCode,
            String category,
            String tier,
            @Nullable String model,
            double price,
            @Nullable LocalDate purchasedOn,
            String acquisition,
            String use,
            String status,
            @Nullable LocalDate idleSince,
            @Nullable LocalDate eventEndedOn,
            @Nullable String personCode,
            @Nullable String place,
            @Nullable String specialApprovalNo,
            @Nullable LocalDate disposedOn) {}

    record Basis(
            String institutionCode,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            int headcount,
            boolean secret,
            @Nullable String documentNo) {}

    record Stocktake(
            String institutionCode,
            LocalDate takenOn,
            String kind,
            int bookCount,
            int foundCount,
            @Nullable Double bookValue,
            @Nullable Double accountValue,
            @Nullable LocalDate settledOn,
            @Nullable String documentNo) {}

    record Disposal(
            @Beside String institutionCode,
            String cardNo,
            LocalDate disposedOn,
            String kind,
            @Nullable String decisionNo,
            @Nullable String approvalNo,
            @Nullable LocalDate approvedOn,
            @Nullable String damageReportNo,
            @Nullable String appraisalNo,
            boolean platform,
            @Nullable LocalDate writtenOffOn) {}

    record Income(
            String voucherNo,
            String institutionCode,
            String kind,
            LocalDate receivedOn,
            double amount,
            @Nullable LocalDate paidInOn,
            @Nullable String receiptNo) {}

    record Report(
            String institutionCode,
            int year,
            LocalDate filedOn,
            @Nullable String documentNo) {}

    final Table<Asset> assets = new Table<>(Asset.class, a -> a.cardNo());
    final Table<Basis> bases = new Table<>(Basis.class, b -> b.institutionCode() + " " + b.startsOn());
    final Table<Stocktake> stocktakes = new Table<>(Stocktake.class, s -> s.institutionCode() + " " + s.takenOn());
    final Table<Disposal> disposals = new Table<>(Disposal.class, d -> d.cardNo());
    final Table<Income> incomes = new Table<>(Income.class, i -> i.voucherNo());
    final Table<Report> reports = new Table<>(Report.class, r -> r.institutionCode() + " " + r.year());
}

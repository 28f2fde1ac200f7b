package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Budgets, contracts and payments. */
final class Treasury {
    record Budget(
            String institutionCode,
            int year,
            String item,
            double amount,
            @Nullable LocalDate approvedOn,
            @Nullable String documentNo) {}

    record Spending(String institutionCode, YearMonth month, String item, String source, double amount) {}

    record Publication(
            String institutionCode,
            int year,
            String kind,
            LocalDate approvedOn,
            @Nullable LocalDate publishedOn,
            boolean explained,
            @Nullable String place) {}

    record Contract(
            String contractNo,
            String name,
            String institutionCode,
            @Nullable String baseNo,
            String supplier,
            @Nullable String supplierSize,
            String category,
            @Nullable String budgetItem,
            String method,
            boolean inCatalogue,
            double amount,
            @Nullable LocalDate noticeFrom,
            @Nullable LocalDate noticeTo,
            @Nullable LocalDate awardedOn,
            LocalDate signedOn,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer payDays) {}

    record Payment(
            @Beside String institutionCode,
            String contractNo,
            int paymentNo,
            double amount,
            @Nullable LocalDate deliveredOn,
            @Nullable LocalDate acceptedOn,
            @Nullable String acceptanceNo,
            @Nullable LocalDate paidOn) {}

    record TravelClaim(
            String claimNo,
            String institutionCode,
            String traveller,
            String tier,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable String city,
            @Nullable String cityDivision,
            @Nullable String seat,
            @Nullable Double hotelPrice,
            @Nullable Integer nights,
            @Nullable Double mealAllowance,
            @Nullable Double transportAllowance,
            boolean mealsProvided,
            double amount) {}

    final Table<Budget> budgets = new Table<>(Budget.class, b -> b.institutionCode() + " " + b.year() + " " + b.item());
    final Table<Spending> spendings =
            new Table<>(Spending.class, s -> s.institutionCode() + " " + s.month() + " " + s.item() + " " + s.source());
    final Table<Publication> publications =
            new Table<>(Publication.class, p -> p.institutionCode() + " " + p.year() + " " + p.kind());
    final Table<Contract> contracts = new Table<>(Contract.class, c -> c.contractNo());
    final Table<Payment> payments = new Table<>(Payment.class, p -> p.contractNo() + " " + p.paymentNo());
    final Table<TravelClaim> travelClaims = new Table<>(TravelClaim.class, t -> t.claimNo());
}

package org.yiti.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who was received, and what that took. */
final class Hospitality {
    record Reception(
            String receptionNo,
            String institutionCode,
            String guestUnit,
            @Nullable String guestDivision,
            @Nullable String letterNo,
            @Nullable LocalDate letterOn,
            @Nullable Integer letterPersons,
            @Nullable LocalDate letterFrom,
            @Nullable LocalDate letterTo,
            String purpose,
            LocalDate startsOn,
            LocalDate endsOn,
            int guests,
            @Nullable String approvalNo,
            @Nullable LocalDate approvedOn,
            String greeting,
            @Nullable String activities,
            @Nullable String places,
            @Nullable LocalDate listSignedOn,
            String status) {}

    record Guest(
            @Beside String institutionCode,
            String receptionNo,
            int lineNo,
            String name,
            @Nullable String unit,
            @Nullable String title,
            String part,
            @Nullable String tier) {}

    record Meal(
            @Beside String institutionCode,
            String receptionNo,
            int mealNo,
            LocalDate servedOn,
            String kind,
            int guests,
            int companions,
            @Nullable String venue,
            @Nullable String venueKind,
            double amount,
            @Nullable Double guestFee,
            String alcohol,
            boolean cigarettes,
            boolean luxuryDishes) {}

    record Lodging(
            @Beside String institutionCode,
            String receptionNo,
            int lodgingNo,
            String tier,
            String roomType,
            int rooms,
            int nights,
            double price,
            @Nullable String hotel,
            boolean appointed,
            boolean extras) {}

    record Expense(
            @Beside String institutionCode,
            String receptionNo,
            String voucherNo,
            LocalDate paidOn,
            String item,
            double amount,
            String payment,
            boolean invoice,
            boolean letter,
            boolean list,
            boolean approval) {}

    final Table<Reception> receptions = new Table<>(Reception.class, r -> r.receptionNo());
    final Table<Guest> guests = new Table<>(Guest.class, g -> g.receptionNo() + " " + g.lineNo());
    final Table<Meal> meals = new Table<>(Meal.class, m -> m.receptionNo() + " " + m.mealNo());
    final Table<Lodging> lodgings = new Table<>(Lodging.class, l -> l.receptionNo() + " " + l.lodgingNo());
    final Table<Expense> expenses = new Table<>(Expense.class, e -> e.receptionNo() + " " + e.voucherNo());
}

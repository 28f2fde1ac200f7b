package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Canteens, who cooks there, and what is left over. */
final class Canteens {
    record Canteen(
            String code,
            String name,
            String institutionCode,
            String operation,
            @Nullable Integer seats,
            @Nullable String licenceNo,
            @Nullable LocalDate licenceExpiresOn,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn) {}

    record CanteenAssessment(
            @Beside String institutionCode,
            String canteenCode,
            String kind,
            LocalDate assessedOn,
            @Nullable Double score,
            String grade,
            @Nullable Integer parts,
            @Nullable LocalDate recheckDueOn) {}

    record CanteenWorker(
            @Beside String institutionCode,
            String code,
            String canteenCode,
            String name,
            boolean directContact,
            @Nullable LocalDate certificateExpiresOn,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}

    record FoodSample(
            @Beside String institutionCode,
            String canteenCode,
            String dish,
            LocalDateTime servedAt,
            int grams,
            @Nullable LocalDateTime discardedAt) {}

    record FoodWaste(
            @Beside String institutionCode, String canteenCode, YearMonth month, int diners, double kilograms) {}

    final Table<Canteen> canteens = new Table<>(Canteen.class, c -> c.code());
    final Table<CanteenAssessment> canteenAssessments =
            new Table<>(CanteenAssessment.class, c -> c.canteenCode() + " " + c.kind() + " " + c.assessedOn());
    final Table<CanteenWorker> canteenWorkers = new Table<>(CanteenWorker.class, c -> c.canteenCode() + " " + c.code());
    final Table<FoodSample> foodSamples =
            new Table<>(FoodSample.class, f -> f.canteenCode() + " " + f.servedAt() + " " + f.dish());
    final Table<FoodWaste> foodWaste = new Table<>(FoodWaste.class, f -> f.canteenCode() + " " + f.month());
}

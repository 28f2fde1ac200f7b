package org.yiti.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is asked for, vehicles too, and what the shared warehouse has. */
final class Warehouse {
    record Request(
            String requestNo,
            String institutionCode,
            LocalDate requestedOn,
            String mode,
            String category,
            String tier,
            int quantity,
            @Nullable Double unitPrice,
            boolean searched,
            @Nullable String whyNot,
            @Nullable String specialApprovalNo,
            String status) {}

    record Entry(
            @Beside String institutionCode,
            String cardNo,
            LocalDate enteredOn,
            String cameFrom,
            @Nullable String warehouse,
            boolean virtual,
            String condition,
            @Nullable LocalDate leftOn) {}

    record Loan(
            @Beside String institutionCode,
            String cardNo,
            LocalDate borrowedOn,
            String borrower,
            LocalDate dueOn,
            @Nullable LocalDate returnedOn,
            boolean damaged,
            @Nullable Double compensation) {}

    record VehicleRequest(
            String requestNo,
            String institutionCode,
            LocalDate requestedOn,
            String type,
            String body,
            String energy,
            double price,
            String status) {}

    final Table<Request> requests = new Table<>(Request.class, r -> r.requestNo());
    final Table<Entry> warehouseEntries = new Table<>(Entry.class, e -> e.cardNo() + " " + e.enteredOn());
    final Table<Loan> loans = new Table<>(Loan.class, l -> l.cardNo() + " " + l.borrowedOn());
    final Table<VehicleRequest> vehicleRequests = new Table<>(VehicleRequest.class, v -> v.requestNo());
}

package org.yiti.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows of what is done about premises: built, looked at, reported, let and looked after. */
final class Housekeeping {
    private Housekeeping() {}

    record Project(
            String institutionCode,
            String code,
            String name,
            String kind,
            String purpose,
            @Nullable String buildingCode,
            @Nullable String approvalNo,
            @Nullable LocalDate approvedOn,
            @Nullable Double approvedArea,
            @Nullable Double builtArea,
            double budget,
            double cost,
            String fundSource,
            LocalDate startedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate settledOn) {}

    record Patrol(
            String institutionCode,
            LocalDate doneOn,
            String inspector,
            double score,
            @Nullable String problems,
            @Nullable LocalDate mendBy,
            @Nullable LocalDate mendedOn) {}

    record Filing(String institutionCode, int year, String kind, LocalDate filedOn, String documentNo) {}

    record IdleDisposal(
            String institutionCode,
            String planNo,
            String buildingCode,
            @Nullable String roomNumber,
            String way,
            double area,
            String approvalNo,
            LocalDate decidedOn,
            @Nullable LocalDate doneOn) {}

    record LeaseIncome(
            String institutionCode,
            String contractNo,
            LocalDate startsOn,
            LocalDate endsOn,
            double amount,
            @Nullable LocalDate receivedOn,
            @Nullable String receiptNo) {}

    record PropertyContract(
            String institutionCode,
            String contractNo,
            String buildingCode,
            String supplier,
            double amountPerYear,
            boolean energyClause,
            LocalDate startsOn,
            LocalDate endsOn) {}
}

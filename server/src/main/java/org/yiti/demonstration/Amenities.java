package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What is shared, booked, served and filed. */
final class Amenities {
    record Usage(
            @Beside String institutionCode,
            String cardNo,
            int year,
            double availableHours,
            double usedHours,
            @Nullable Double sharedHours) {}

    record CanteenAccount(
            @Beside String institutionCode,
            String canteenCode,
            YearMonth month,
            String account,
            String purpose,
            double amount) {}

    record RoomBooking(
            String bookingNo,
            String institutionCode,
            String room,
            @Nullable String bookedBy,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            @Nullable LocalDateTime usedAt,
            @Nullable LocalDateTime cancelledAt) {}

    record ServiceItem(
            String itemNo,
            String name,
            String institutionCode,
            @Nullable String unit,
            @Nullable Double standard,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String documentNo) {}

    record ServiceRecord(
            String recordNo,
            String institutionCode,
            @Nullable String itemNo,
            String service,
            @Nullable String recipient,
            LocalDate providedOn,
            @Nullable Double quantity,
            @Nullable Double unitPrice) {}

    record FileHandover(
            String fileNo,
            String title,
            String institutionCode,
            String kind,
            LocalDate formedOn,
            @Nullable LocalDate handedOverOn,
            @Nullable String receiptNo) {}

    final Table<Usage> usages = new Table<>(Usage.class, r -> r.cardNo() + " " + r.year());
    final Table<CanteenAccount> canteenAccounts = new Table<>(
            CanteenAccount.class, r -> r.canteenCode() + " " + r.month() + " " + r.account() + " " + r.purpose());
    final Table<RoomBooking> roomBookings = new Table<>(RoomBooking.class, r -> r.bookingNo());
    final Table<ServiceItem> serviceItems = new Table<>(ServiceItem.class, r -> r.institutionCode() + " " + r.itemNo());
    final Table<ServiceRecord> serviceRecords = new Table<>(ServiceRecord.class, r -> r.recordNo());
    final Table<FileHandover> fileHandovers = new Table<>(FileHandover.class, r -> r.fileNo());
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The vehicles of one city with their papers, and the shapes of what they do. */
final class Fleet {
    record VehicleQuota(
            String institutionCode,
            String type,
            int quota,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String approvalNo) {}

    record Vehicle(
            String institutionCode,
            String plate,
            String plateColour,
            String type,
            String body,
            String energy,
            String brandModel,
            String vin,
            String engineNo,
            @Nullable Double displacement,
            int seats,
            double price,
            LocalDate purchasedOn,
            LocalDate registeredOn,
            String registeredOwner,
            String acquisition,
            @Nullable String specialNeed,
            boolean fixedRoute,
            String markStatus,
            @Nullable String markExemptionNo,
            @Nullable Double tank,
            double ratedConsumption,
            String terminalNo,
            boolean dutyVehicle,
            String parking,
            double parkingLongitude,
            double parkingLatitude,
            String status,
            @Nullable LocalDate retiredOn,
            @Nullable LocalDate since,
            boolean imported) {
        boolean electric() {
            return energy.equals("BATTERY_ELECTRIC");
        }

        boolean newEnergy() {
            return electric() || energy.equals("PLUG_IN_HYBRID");
        }
    }

    record VehiclePast(
            String plate, String institutionCode, String type, String status, LocalDate startsOn, LocalDate endsOn) {}

    record Driver(
            String institutionCode,
            String code,
            String name,
            String licenceClass,
            LocalDate licenceExpiresOn,
            String phone,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate since) {}

    record DriverPast(
            String driverCode,
            String institutionCode,
            String licenceClass,
            LocalDate licenceExpiresOn,
            LocalDate startsOn,
            LocalDate endsOn) {}

    record DispatchOrder(
            @Beside String institutionCode,
            String orderNo,
            String plate,
            @Nullable String driverCode,
            String applicant,
            String purpose,
            String origin,
            String destination,
            int passengers,
            LocalDateTime plannedStart,
            LocalDateTime plannedEnd,
            boolean offHoursApproved,
            boolean outOfTown,
            @Nullable String approvalNo,
            String status,
            @Nullable String category,
            @Nullable String applicantCode) {}

    record Trip(
            @Beside String institutionCode,
            String plate,
            LocalDateTime startedAt,
            LocalDateTime endedAt,
            double kilometres,
            double odometer,
            @Nullable String orderNo,
            String origin,
            String destination,
            double endLongitude,
            double endLatitude) {}

    record FuelRecord(
            @Beside String institutionCode,
            String serialNo,
            String plate,
            String cardNo,
            LocalDateTime fuelledAt,
            double litres,
            double amount,
            String grade,
            double odometer,
            boolean filledUp,
            String station,
            double stationLongitude,
            double stationLatitude,
            double vehicleLongitude,
            double vehicleLatitude) {}

    record Maintenance(
            @Beside String institutionCode,
            String plate,
            String documentNo,
            LocalDate doneOn,
            String kind,
            String items,
            String supplier,
            double amount,
            @Nullable Double odometer) {}

    record Insurance(
            @Beside String institutionCode,
            String plate,
            String policyNo,
            String insurer,
            String kind,
            double amount,
            LocalDate startsOn,
            LocalDate endsOn) {}

    record Inspection(
            @Beside String institutionCode,
            String plate,
            LocalDate inspectedOn,
            String result,
            LocalDate validUntil,
            String station) {}

    record Disposal(
            @Beside String institutionCode,
            String plate,
            LocalDate disposedOn,
            String reason,
            String method,
            @Nullable String approvalNo,
            @Nullable String earlyApprovalNo,
            @Nullable String replacedBy,
            @Nullable Double income,
            @Nullable String receiptNo) {}

    record FixedSupplier(String institutionCode, String name, String service, String documentNo, LocalDate startsOn) {}

    record Filing(String institutionCode, int year, int quarter, String kind, LocalDate filedOn, String documentNo) {}

    record RoadCharge(
            @Beside String institutionCode,
            String serialNo,
            String plate,
            String kind,
            LocalDateTime enteredAt,
            LocalDateTime leftAt,
            String gate,
            double amount) {}

    final Table<FixedSupplier> suppliers = new Table<>(FixedSupplier.class, s -> s.name() + " " + s.service());
    final Table<Filing> filings =
            new Table<>(Filing.class, f -> f.institutionCode() + " " + f.year() + "Q" + f.quarter() + " " + f.kind());
    final Table<RoadCharge> roadCharges = new Table<>(RoadCharge.class, RoadCharge::serialNo);
    final Table<VehicleQuota> quotas = new Table<>(VehicleQuota.class, q -> q.institutionCode() + " " + q.type());
    final Table<Vehicle> vehicles = new Table<>(Vehicle.class, Vehicle::plate);
    final Table<VehiclePast> pasts = new Table<>(VehiclePast.class, VehiclePast::plate);
    final Table<Driver> drivers = new Table<>(Driver.class, Driver::code);
    final Table<DriverPast> driverPasts = new Table<>(DriverPast.class, DriverPast::driverCode);
    final Table<Insurance> insurances = new Table<>(Insurance.class, Insurance::policyNo);
    final Table<Inspection> inspections = new Table<>(Inspection.class, i -> i.plate() + " " + i.inspectedOn());
    final Table<Disposal> disposals = new Table<>(Disposal.class, Disposal::plate);
}

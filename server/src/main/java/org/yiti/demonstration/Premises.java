package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Housekeeping.Filing;
import org.yiti.demonstration.Housekeeping.IdleDisposal;
import org.yiti.demonstration.Housekeeping.LeaseIncome;
import org.yiti.demonstration.Housekeeping.Patrol;
import org.yiti.demonstration.Housekeeping.Project;
import org.yiti.demonstration.Housekeeping.PropertyContract;

/** Where everyone is in one city: sites, buildings, floors, rooms, and who uses them on which paper. */
final class Premises {
    record Site(
            String institutionCode,
            String code,
            String name,
            String address,
            double landArea,
            double longitude,
            double latitude,
            @Nullable LocalDate since) {}

    record Building(
            String institutionCode,
            String siteCode,
            String code,
            String name,
            String acquisition,
            @Nullable String titleHolder,
            String titleStatus,
            @Nullable String certificateNo,
            LocalDate builtOn,
            double buildingArea,
            double usableArea,
            int storeys,
            int storeysBelow,
            boolean highRise,
            @Nullable LocalDate since) {}

    record Floor(
            @Beside String institutionCode,
            String buildingCode,
            int number,
            String name,
            double usableArea,
            @Nullable LocalDate since) {}

    record Room(
            String institutionCode,
            String buildingCode,
            int floorNumber,
            String number,
            String use,
            @Nullable String approvedUse,
            double usableArea,
            @Nullable Double toiletArea,
            String wing,
            @Nullable String basisDocument,
            @Nullable LocalDate idleSince,
            @Nullable LocalDate since,
            @Nullable String annexKind) {
        String key() {
            return buildingCode + " " + number;
        }
    }

    record RoomPast(
            String buildingCode,
            String roomNumber,
            String institutionCode,
            String use,
            double usableArea,
            LocalDate endsOn) {}

    record Occupancy(
            @Beside String user,
            String buildingCode,
            String roomNumber,
            @Nullable String personCode,
            @Nullable String institutionCode,
            @Nullable String departmentCode,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String approvalNo,
            @Nullable String note) {
        static Occupancy of(String user, Room room, String person, LocalDate from, @Nullable LocalDate to) {
            return new Occupancy(user, room.buildingCode(), room.number(), person, null, null, from, to, null, null);
        }

        String key() {
            return buildingCode + " " + roomNumber + " " + personCode + departmentCode + " " + startsOn;
        }

        boolean in(Room room) {
            return buildingCode.equals(room.buildingCode()) && roomNumber.equals(room.number());
        }
    }

    record Lease(
            String institutionCode,
            String contractNo,
            String direction,
            @Nullable String buildingCode,
            String place,
            String counterparty,
            String counterpartyKind,
            double area,
            @Nullable Double approvedArea,
            double rentPerYear,
            @Nullable String approvalNo,
            @Nullable String disposalNo,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String reallocationFinding,
            @Nullable LocalDate approvedOn) {
        /** Leased in after it was found that nothing else could serve, and approved before it began. */
        static Lease in(
                String institution,
                String contract,
                String place,
                String lessor,
                double area,
                double approved,
                double rent,
                String approval,
                LocalDate from,
                LocalDate to) {
            return new Lease(
                    institution,
                    contract,
                    "IN",
                    null,
                    place,
                    lessor,
                    "STATE_ENTERPRISE",
                    area,
                    approved,
                    rent,
                    approval,
                    null,
                    from,
                    to,
                    approval.replace("租", "调查"),
                    from.minusDays(19));
        }
    }

    record UseAgreement(
            String institutionCode,
            String agreementNo,
            @Nullable String certificateNo,
            String buildingCode,
            double area,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record ServiceCharge(
            String institutionCode,
            String buildingCode,
            YearMonth month,
            String kind,
            double amount,
            String supplier) {}

    final Table<Project> projects = new Table<>(Project.class, Project::code);
    final Table<Patrol> patrols = new Table<>(Patrol.class, p -> p.institutionCode() + " " + p.doneOn());
    final Table<Filing> filings = new Table<>(Filing.class, f -> f.institutionCode() + " " + f.year() + " " + f.kind());
    final Table<IdleDisposal> idleDisposals = new Table<>(IdleDisposal.class, IdleDisposal::planNo);
    final Table<LeaseIncome> leaseIncomes = new Table<>(LeaseIncome.class, n -> n.contractNo() + " " + n.startsOn());
    final Table<PropertyContract> contracts = new Table<>(PropertyContract.class, PropertyContract::contractNo);
    final Table<Site> sites = new Table<>(Site.class, Site::code);
    final Table<Building> buildings = new Table<>(Building.class, Building::code);
    final Table<Floor> floors = new Table<>(Floor.class, f -> f.buildingCode() + " " + f.number());
    final FormerPlaces former = new FormerPlaces();
    final Table<Room> rooms = new Table<>(Room.class, Room::key);
    final Table<RoomPast> roomPasts = new Table<>(RoomPast.class, r -> r.buildingCode() + " " + r.roomNumber());
    final Table<Occupancy> occupancies = new Table<>(Occupancy.class, Occupancy::key);
    final Table<Lease> leases = new Table<>(Lease.class, Lease::contractNo);
    final Table<UseAgreement> agreements = new Table<>(UseAgreement.class, UseAgreement::agreementNo);
    final Table<ServiceCharge> charges =
            new Table<>(ServiceCharge.class, c -> c.buildingCode() + " " + c.month() + " " + c.kind());

    Stream<Occupancy> occupantsOf(Room room) {
        return occupancies.where(o -> o.endsOn() == null && o.in(room));
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Fleet.DispatchOrder;
import org.yiti.demonstration.Fleet.RoadCharge;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Organization.Person;

/** Vehicles used by whom and for what they are not, repaired elsewhere, passed where no order sent them, never reported. */
final class FleetDutyPlants {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Plants plants;
    private final City city;
    private final Fleet fleet;
    private final LocalDate asOf;

    FleetDutyPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.fleet = plants.city.fleet;
        this.asOf = plants.city.asOf;
    }

    void sow() {
        plants.attempt(this::imported);
        plants.attempt(this::allowance);
        plants.attempt(this::onePerson);
        plants.attempt(this::purpose);
        plants.attempt(this::elsewhere);
        plants.attempt(this::filings);
        plants.attempt(this::tolls);
    }

    private Vehicle vehicle(String name, Predicate<Vehicle> wanted) {
        return plants.pick(
                name,
                fleet.vehicles
                        .where(v -> v.status().equals("IN_USE")
                                && !v.dutyVehicle()
                                && v.registeredOn().isBefore(asOf.minusDays(500)))
                        .filter(wanted),
                v -> "vehicle " + v.plate());
    }

    private void imported() {
        Vehicle foreign = vehicle("VE-03", v -> v.purchasedOn().isAfter(LocalDate.of(2018, 1, 1)));
        fleet.vehicles.change(foreign, "imported", true);
        plants.breach("VE-03", foreign.plate(), null, "购置进口车");
        Vehicle old = vehicle("VE-03 old", v -> v.purchasedOn().isBefore(LocalDate.of(2017, 12, 5)));
        fleet.vehicles.change(old, "imported", true);
        plants.nearMiss("VE-03", old.plate(), "办法施行前购置的进口车");
    }

    private List<Person> staff(Vehicle vehicle) {
        return city.organization
                .staffOf(vehicle.institutionCode())
                .filter(p -> p.leftOn() == null)
                .toList();
    }

    /** An order in town of a long time ago, which nothing else is planted on. */
    private DispatchOrder inTown(Vehicle vehicle) {
        return plants.year(vehicle).orders().stream()
                .filter(o -> !o.outOfTown() && !o.offHoursApproved())
                .skip(3)
                .findFirst()
                .orElseThrow();
    }

    private void change(Vehicle vehicle, String order, Object... namesAndValues) {
        city.amend(
                vehicle.plate(),
                travel ->
                        travel.orders().replaceAll(o -> o.orderNo().equals(order) ? Rows.with(o, namesAndValues) : o));
    }

    private void allowance() {
        Predicate<Vehicle> other =
                v -> v.type().equals("OTHER") && staff(v).stream().anyMatch(Person::transportAllowance);
        Vehicle driven = vehicle("VE-06", other);
        String order = inTown(driven).orderNo();
        change(driven, order, "category", "ORDINARY", "applicantCode", allowed(driven));
        plants.breach("VE-06", driven.plate(), order, "领取公务交通补贴仍用公车");
        Vehicle field = vehicle("VE-06 field", other);
        change(field, inTown(field).orderNo(), "category", "FIELD_WORK", "applicantCode", allowed(field));
        plants.nearMiss("VE-06", field.plate(), "集体调研用车");
    }

    private String allowed(Vehicle vehicle) {
        return staff(vehicle).stream()
                .filter(Person::transportAllowance)
                .findFirst()
                .orElseThrow()
                .code();
    }

    private void onePerson() {
        LocalDate first = asOf.withDayOfMonth(1);
        LocalDate from = first.minusMonths((first.getMonthValue() - 1) % 3 + 3L);
        Predicate<DispatchOrder> inQuarter =
                o -> !o.plannedStart().toLocalDate().isBefore(from)
                        && o.plannedStart().toLocalDate().isBefore(from.plusMonths(3));
        Vehicle kept = vehicle(
                "VE-08", v -> plants.year(v).orders().stream().filter(inQuarter).count() >= 12 && !staff(v).isEmpty());
        String person = staff(kept).get(0).code();
        city.amend(
                kept.plate(),
                travel ->
                        travel.orders().replaceAll(o -> inQuarter.test(o) ? Rows.with(o, "applicantCode", person) : o));
        plants.counted("VE-08", kept.plate(), null, "一个季度只给一人使用", 100);
    }

    private void purpose() {
        Vehicle enforcement = vehicle("VE-08b", v -> v.type().equals("LAW_ENFORCEMENT"));
        String order = inTown(enforcement).orderNo();
        change(enforcement, order, "category", "RECEPTION");
        plants.breach("VE-08b", enforcement.plate(), order, "执法执勤用车用于接待");
    }

    private void elsewhere() {
        Vehicle vehicle = vehicle("VE-15", v -> !plants.year(v).maintenances().isEmpty());
        String document = plants.year(vehicle).maintenances().get(0).documentNo();
        city.amend(
                vehicle.plate(),
                travel -> travel.maintenances()
                        .replaceAll(m -> m.documentNo().equals(document) ? Rows.with(m, "supplier", "城郊快修店") : m));
        plants.breach("VE-15", vehicle.plate(), document, "不在定点维修名单内");
        Vehicle insured = vehicle("VE-15b", v -> policy(v) != null);
        Fleet.Insurance policy = policy(insured);
        if (policy != null) {
            fleet.insurances.change(policy, "insurer", "远山财产保险股份有限公司");
            plants.breach("VE-15b", insured.plate(), policy.policyNo(), "不在定点保险名单内");
        }
    }

    private Fleet.@Nullable Insurance policy(Vehicle vehicle) {
        return fleet.insurances
                .where(p -> p.plate().equals(vehicle.plate()) && p.startsOn().isBefore(plants.city.asOf))
                .findFirst()
                .orElse(null);
    }

    private Fleet.Filing filing(String name, String kind, int year, String when) {
        return plants.pick(
                name,
                fleet.filings.where(f -> f.kind().equals(kind) && f.year() == year && when.equals(f.quarter() + "")),
                f -> "filing " + f.institutionCode());
    }

    private void filings() {
        int last = asOf.getYear() - 1;
        Fleet.Filing silent = filing("VE-13b", "USE_PUBLICITY", last, "2");
        fleet.filings.remove(silent);
        plants.breach("VE-13b", silent.institutionCode(), last + "Q2", "没有公示用车情况");
        int reported = asOf.isAfter(LocalDate.of(asOf.getYear(), 3, 31)) ? last : last - 1;
        Fleet.Filing unfiled = filing("VE-17b", "ANNUAL_STATISTICS", reported, "0");
        fleet.filings.remove(unfiled);
        plants.breach("VE-17b", unfiled.institutionCode(), String.valueOf(reported), "没有报送统计报告");
    }

    private void tolls() {
        Vehicle vehicle = vehicle("VD-23", Vehicle::electric);
        LocalDate day = asOf.minusDays(26);
        while (!city.calendar.isWorkday(day)) {
            day = day.minusDays(1);
        }
        LocalDateTime at = day.atTime(20, 35);
        fleet.roadCharges.add(new RoadCharge(
                vehicle.institutionCode(),
                "TC" + vehicle.plate().substring(1),
                vehicle.plate(),
                "PARKING",
                at,
                at.plusMinutes(95),
                "示范广场停车场",
                15));
        plants.counted("VD-23", vehicle.plate(), MINUTE.format(at), "晚间在商圈停车，没有派车单", 15);
    }
}

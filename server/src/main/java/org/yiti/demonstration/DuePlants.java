package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yiti.demonstration.Fleet.Driver;
import org.yiti.demonstration.Fleet.Inspection;
import org.yiti.demonstration.Fleet.Insurance;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Premises.Lease;
import org.yiti.demonstration.Premises.UseAgreement;

/** What runs out in the next weeks, what has run out, and what was renewed just in time. */
final class DuePlants {
    private final Plants plants;
    private final City city;
    private final Fleet fleet;
    private final LocalDate asOf;

    DuePlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.fleet = plants.city.fleet;
        this.asOf = plants.city.asOf;
    }

    void sow() {
        plants.attempt(this::inspections);
        plants.attempt(this::inspectionsLapsed);
        plants.attempt(this::insurances);
        plants.attempt(this::insuranceLapsed);
        plants.attempt(this::licences);
        plants.attempt(this::leases);
        plants.attempt(this::agreements);
    }

    private Vehicle vehicle(String name, Predicate<Vehicle> wanted) {
        return plants.pick(
                name,
                fleet.vehicles
                        .where(v ->
                                v.status().equals("IN_USE") && v.registeredOn().isBefore(asOf.minusDays(500)))
                        .filter(wanted),
                v -> "vehicle " + v.plate());
    }

    private Inspection lastOf(Vehicle vehicle) {
        return fleet.inspections
                .where(i -> i.plate().equals(vehicle.plate()))
                .max(Comparator.comparing(Inspection::validUntil))
                .orElseThrow();
    }

    private boolean longInspected(Vehicle vehicle) {
        return lastOf(vehicle).inspectedOn().isBefore(asOf.minusDays(90));
    }

    private Vehicle inspected(String name, int days) {
        Vehicle vehicle = vehicle(name, this::longInspected);
        fleet.inspections.change(lastOf(vehicle), "validUntil", asOf.plusDays(days));
        return vehicle;
    }

    private void inspections() {
        for (int days : List.of(0, 3, 9, 18, 30)) {
            Vehicle vehicle = inspected("VD-19 " + days, days);
            plants.breach("VD-19", vehicle.plate(), asOf.plusDays(days).toString(), "年检有效期还有 %d 天".formatted(days));
        }
        plants.nearMiss("VD-19", inspected("VD-19 later", 31).plate(), "年检有效期还有 31 天");

        Vehicle renewed = inspected("VD-19 renewed", 6);
        fleet.inspections.add(new Inspection(
                renewed.institutionCode(),
                renewed.plate(),
                asOf.minusDays(2),
                "PASSED",
                asOf.plusDays(6).plusYears(1),
                lastOf(renewed).station()));
        plants.nearMiss("VD-19", renewed.plate(), "年检快到期时已经检验合格");

        Vehicle gone = plants.pick(
                "VD-19 retired", fleet.vehicles.where(v -> v.retiredOn() != null), v -> "papers " + v.plate());
        fleet.inspections.add(new Inspection(
                gone.institutionCode(), gone.plate(), asOf.minusDays(720), "PASSED", asOf.plusDays(10), "示范机动车检测中心"));
        plants.nearMiss("VD-19", gone.plate(), "已处置的车辆，年检不必再办");
    }

    private void inspectionsLapsed() {
        Vehicle driven = inspected("VD-19c driven", -20);
        LocalDate ended = asOf.minusDays(20);
        plants.counted("VD-19c", driven.plate(), ended.toString(), "年检过期 20 天仍在出车", tripsAfter(driven, ended));
        plants.consequence("VD-19", driven.plate(), ended.toString(), "年检已经过期");

        Vehicle parked = inspected("VD-19c parked", -2);
        standStill(parked, asOf.minusDays(2));
        plants.breach("VD-19", parked.plate(), asOf.minusDays(2).toString(), "年检过期 2 天，没有再出车");
        plants.nearMiss("VD-19c", parked.plate(), "年检过期后没有再出车");
    }

    private double tripsAfter(Vehicle vehicle, LocalDate day) {
        return plants.year(vehicle).trips().stream()
                .filter(t -> t.startedAt().toLocalDate().isAfter(day))
                .filter(t -> !t.startedAt().toLocalDate().isAfter(asOf))
                .count();
    }

    private void standStill(Vehicle vehicle, LocalDate after) {
        city.amend(
                vehicle.plate(),
                travel ->
                        travel.trips().removeIf(t -> t.startedAt().toLocalDate().isAfter(after)));
    }

    private Stream<Insurance> inForce(Vehicle vehicle) {
        return fleet.insurances.where(
                i -> i.plate().equals(vehicle.plate()) && i.endsOn().isAfter(asOf));
    }

    /** Ends the policies in force of these kinds so many days from now. */
    private Vehicle insured(String name, int days, List<String> kinds) {
        Vehicle vehicle =
                vehicle(name, v -> inForce(v).allMatch(i -> i.startsOn().isBefore(asOf.minusDays(60))));
        inForce(vehicle)
                .filter(i -> kinds.contains(i.kind()))
                .toList()
                .forEach(policy -> fleet.insurances.change(policy, "endsOn", asOf.plusDays(days)));
        return vehicle;
    }

    private void insurances() {
        List<String> both = List.of("COMPULSORY", "COMMERCIAL");
        for (int days : List.of(1, 7, 14, 30)) {
            Vehicle vehicle = insured("VD-19b " + days, days, both);
            plants.breach("VD-19b", vehicle.plate(), asOf.plusDays(days).toString(), "交强险和商业险还有 %d 天".formatted(days));
        }
        Vehicle one = insured("VD-19b commercial", 22, List.of("COMMERCIAL"));
        plants.breach("VD-19b", one.plate(), asOf.plusDays(22).toString(), "商业险还有 22 天，交强险较晚到期");
        plants.nearMiss("VD-19b", insured("VD-19b later", 31, both).plate(), "保险还有 31 天");

        Vehicle renewed = insured("VD-19b renewed", 5, both);
        for (Insurance policy : inForce(renewed).toList()) {
            fleet.insurances.add(new Insurance(
                    policy.institutionCode(),
                    policy.plate(),
                    policy.policyNo() + "X",
                    policy.insurer(),
                    policy.kind(),
                    policy.amount(),
                    policy.endsOn().plusDays(1),
                    policy.endsOn().plusYears(1)));
        }
        plants.nearMiss("VD-19b", renewed.plate(), "保险还有 5 天，续保的保单已登记");
    }

    private void insuranceLapsed() {
        Vehicle driven = insured("VD-19d driven", -16, List.of("COMPULSORY"));
        LocalDate ended = asOf.minusDays(16);
        plants.counted("VD-19d", driven.plate(), ended.toString(), "交强险中断 16 天仍在出车", tripsAfter(driven, ended));
        plants.consequence("VD-19b", driven.plate(), ended.toString(), "交强险已经到期");

        Vehicle parked = insured("VD-19d parked", -1, List.of("COMPULSORY"));
        standStill(parked, asOf.minusDays(1));
        plants.breach("VD-19b", parked.plate(), asOf.minusDays(1).toString(), "交强险昨天到期，没有再出车");
        plants.nearMiss("VD-19d", parked.plate(), "交强险到期后没有再出车");
    }

    private Driver driver(String name, int days) {
        Driver driver = plants.pick(name, fleet.drivers.where(d -> d.leftOn() == null), d -> "driver " + d.code());
        return fleet.drivers.change(driver, "licenceExpiresOn", asOf.plusDays(days));
    }

    private void licences() {
        for (int days : List.of(-6, 2, 25, 60)) {
            Driver driver = driver("VD-19e " + days, days);
            String done = days < 0 ? "驾驶证过期 %d 天".formatted(-days) : "驾驶证还有 %d 天".formatted(days);
            plants.breach("VD-19e", driver.code(), asOf.plusDays(days).toString(), done);
        }
        plants.nearMiss("VD-19e", driver("VD-19e later", 61).code(), "驾驶证还有 61 天");
        Driver left = driver("VD-19e left", 12);
        fleet.drivers.change(left, "leftOn", asOf);
        plants.nearMiss("VD-19e", left.code(), "驾驶员已经离岗");
    }

    private Lease lease(String name, int days) {
        Lease lease = plants.pick(
                name,
                city.premises.leases.where(
                        l -> l.contractNo().startsWith("ZR-") && !l.contractNo().contains("-P") && l.endsOn() != null),
                l -> "lease " + l.contractNo());
        return city.premises.leases.change(lease, "endsOn", asOf.plusDays(days));
    }

    private void leases() {
        Lease soon = lease("OF-15b soon", 26);
        plants.breach("OF-15b", soon.institutionCode(), soon.contractNo(), "租入的合同还有 26 天");
        Lease edge = lease("OF-15b edge", 60);
        plants.breach("OF-15b", edge.institutionCode(), edge.contractNo(), "租入的合同还有 60 天");
        plants.nearMiss("OF-15b", lease("OF-15b later", 61).institutionCode(), "租入的合同还有 61 天");
        Lease renewed = lease("OF-15b renewed", 15);
        city.premises.leases.add(Rows.with(
                renewed,
                "contractNo",
                renewed.contractNo() + "X",
                "startsOn",
                asOf.plusDays(16),
                "endsOn",
                asOf.plusDays(16).plusYears(2)));
        plants.nearMiss("OF-15b", renewed.institutionCode(), "租入的合同还有 15 天，续签的合同已登记");
    }

    private UseAgreement agreement(String name, int days) {
        UseAgreement agreement = plants.pick(
                name,
                city.premises.agreements.where(a -> a.endsOn() == null),
                a -> "institution " + a.institutionCode());
        return city.premises.agreements.change(agreement, "endsOn", asOf.plusDays(days));
    }

    private void agreements() {
        for (int days : List.of(11, 60)) {
            UseAgreement agreement = agreement("OF-16b " + days, days);
            plants.breach(
                    "OF-16b", agreement.institutionCode(), agreement.agreementNo(), "使用协议还有 %d 天".formatted(days));
        }
        plants.nearMiss("OF-16b", agreement("OF-16b later", 61).institutionCode(), "使用协议还有 61 天");
        UseAgreement renewed = agreement("OF-16b renewed", 8);
        city.premises.agreements.add(Rows.with(
                renewed,
                "agreementNo",
                renewed.agreementNo() + "X",
                "certificateNo",
                renewed.certificateNo() + "X",
                "startsOn",
                asOf.plusDays(9),
                "endsOn",
                null));
        plants.nearMiss("OF-16b", renewed.institutionCode(), "使用协议还有 8 天，续签的协议已登记");
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Fleet.Disposal;
import org.yiti.demonstration.Fleet.Inspection;
import org.yiti.demonstration.Fleet.Insurance;
import org.yiti.demonstration.Fleet.Vehicle;

/** Insurance and inspection without a gap over the year looked at, none of it running out in the next seven weeks. */
final class VehiclePapers {
    static final List<String> INSURERS = List.of("示范财产保险股份有限公司", "安行财产保险股份有限公司", "江流财产保险股份有限公司");

    private static final int QUIET_DAYS = 50;

    private final Fleet fleet;
    private final Chance chance;
    private final LocalDate asOf;

    VehiclePapers(Fleet fleet, Chance chance, LocalDate asOf) {
        this.fleet = fleet;
        this.chance = chance.under("papers");
        this.asOf = asOf;
    }

    void write(Vehicle vehicle) {
        Chance own = chance.under(vehicle.plate());
        insure(vehicle, own);
        inspect(vehicle, own);
    }

    private void insure(Vehicle vehicle, Chance own) {
        String insurer = own.pick(INSURERS);
        LocalDate ends = asOf.plusDays(own.whole(QUIET_DAYS, 363));
        while (ends.isAfter(asOf.minusDays(400)) && ends.isAfter(vehicle.registeredOn())) {
            LocalDate starts = People.later(ends.minusYears(1).plusDays(1), vehicle.registeredOn());
            policy(vehicle, insurer, "COMPULSORY", own.whole(760, 1150), starts, ends);
            policy(vehicle, insurer, "COMMERCIAL", own.whole(1500, 3900), starts, ends);
            ends = ends.minusYears(1);
        }
    }

    private void policy(Vehicle vehicle, String insurer, String kind, int amount, LocalDate starts, LocalDate ends) {
        String number = "%s%s%d"
                .formatted(
                        kind.startsWith("COMP") ? "QX" : "SY", vehicle.plate().substring(1), ends.getYear());
        fleet.insurances.add(
                new Insurance(vehicle.institutionCode(), vehicle.plate(), number, insurer, kind, amount, starts, ends));
    }

    private void inspect(Vehicle vehicle, Chance own) {
        String station = own.pick(List.of("示范机动车检测中心", "安行机动车检测有限公司"));
        LocalDate done = vehicle.registeredOn();
        LocalDate valid = done.plusYears(2);
        while (true) {
            if (valid.isAfter(asOf.minusDays(400))) {
                fleet.inspections.add(
                        new Inspection(vehicle.institutionCode(), vehicle.plate(), done, "PASSED", valid, station));
            }
            if (valid.isAfter(asOf.plusDays(QUIET_DAYS))) {
                return;
            }
            LocalDate next = valid.minusDays(own.whole(2, 25));
            done = next.isAfter(asOf) ? asOf.minusDays(own.whole(1, 15)) : next;
            boolean old = vehicle.registeredOn().plusYears(10).isBefore(valid);
            valid = valid.plusYears(old ? 1 : 2);
        }
    }

    void dispose(Vehicle vehicle, LocalDate day, @Nullable String successor) {
        Chance own = chance.under("dispose " + vehicle.plate());
        boolean auction = own.happens(0.7);
        fleet.disposals.add(new Disposal(
                vehicle.institutionCode(),
                vehicle.plate(),
                day,
                "AGE",
                auction ? "AUCTION" : "SCRAPPING",
                "示机管处〔%d〕%d号".formatted(day.getYear(), own.whole(1, 90)),
                null,
                successor,
                Math.round(own.real(4, auction ? 30 : 8)) * 1000.0,
                "示财收%d%06d".formatted(day.getYear(), own.whole(1, 999999))));
    }
}

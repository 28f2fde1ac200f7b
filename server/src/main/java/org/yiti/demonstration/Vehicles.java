package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.WorkCalendar;
import org.yiti.demonstration.Fleet.Driver;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Fleet.VehicleQuota;

/** Buys the vehicles of an institution over the years, within quota and caps, ever more of them electric. */
final class Vehicles {
    /** 宁 with these letters is on no road: the plates read like plates and belong to nobody. */
    private static final String UNISSUED = "KLMNPQRSTUVWXYZFGHJ";

    static final String CONFIDENTIAL = "CONFIDENTIAL_COMMUNICATION";

    private static final LocalDate QUOTAS_FROM = LocalDate.of(2019, 1, 1);

    private final Fleet fleet;
    private final Chance chance;
    private final LocalDate asOf;
    private final WorkCalendar calendar;
    private final int number;
    private final Names names = new Names();
    private final VehiclePapers papers;
    private int serial;

    Vehicles(Fleet fleet, Chance chance, LocalDate asOf, WorkCalendar calendar, int number) {
        this.fleet = fleet;
        this.chance = chance.under("vehicles");
        this.asOf = asOf;
        this.calendar = calendar;
        this.number = number;
        this.papers = new VehiclePapers(fleet, this.chance, asOf);
    }

    private record Purchase(String type, LocalDate on, int index) {}

    void equip(Hosts host, Premises.Site home) {
        Map<Integer, List<Purchase>> byYear = new TreeMap<>();
        Chance own = chance.under(host.code());
        for (int t = 0; t < host.vehicles().length; t++) {
            String type = Hosts.VEHICLE_TYPES.get(t);
            int count = host.vehicles()[t];
            for (int i = 0; i < count; i++) {
                LocalDate day = calendar.plusWorkdays(
                        asOf.minusDays(own.whole(40, 3900)).minusDays(1), 1);
                byYear.computeIfAbsent(day.getYear(), year -> new ArrayList<>()).add(new Purchase(type, day, i));
            }
            if (count > 0) {
                fleet.quotas.add(new VehicleQuota(
                        host.code(),
                        type,
                        count + own.whole(0, 1),
                        QUOTAS_FROM,
                        null,
                        "示车改办〔2018〕%d号".formatted(own.whole(10, 200))));
            }
        }
        byYear.forEach((year, purchases) -> buy(host, home, year, purchases));
        if (host.people() >= 60 && own.happens(0.45)) {
            retire(host, home, own);
        }
    }

    private void buy(Hosts host, Premises.Site home, int year, List<Purchase> purchases) {
        Chance own = chance.under(host.code(), year);
        int least = year >= 2021 ? (int) Math.ceil(purchases.size() * 0.34) : 0;
        int given = 0;
        for (Purchase purchase : purchases) {
            boolean newEnergy = given < least
                    || own.happens(year >= 2021 ? 0.16 : year >= 2019 ? 0.1 : 0)
                    || isToBeElectric(purchase);
            given++;
            Models model = Models.draw(purchase.type(), year, newEnergy, own);
            Vehicle vehicle = register(host, home, purchase.type(), model, purchase.on(), null, own);
            papers.write(vehicle);
            driver(vehicle, own);
        }
    }

    /** Since the notice of that day all for confidential communication are. */
    private static boolean isToBeElectric(Purchase purchase) {
        return purchase.type().equals(CONFIDENTIAL) && !purchase.on().isBefore(LocalDate.of(2024, 12, 30));
    }

    private Vehicle register(
            Hosts host,
            Premises.Site home,
            String type,
            Models model,
            LocalDate bought,
            @Nullable LocalDate retired,
            Chance own) {
        boolean exempt = own.happens(type.equals(CONFIDENTIAL) ? 0.5 : 0.03);
        boolean duty = type.equals("EMERGENCY") || (type.equals("LAW_ENFORCEMENT") && own.happens(0.25));
        LocalDate registered = bought.plusDays(own.whole(3, 24));
        Positions.Point parking = new Positions.Point(home.longitude(), home.latitude())
                .shifted(own.real(-0.0006, 0.0006), own.real(-0.0006, 0.0006));
        return fleet.vehicles.add(new Vehicle(
                host.code(),
                plate(model),
                model.newEnergy() ? "GREEN" : model.body().equals("MEDIUM_BUS") ? "YELLOW" : "BLUE",
                type,
                model.body(),
                model.energy(),
                model.name(),
                "LSF" + text(own, "ABCDEFGHJKLMNPRSTUVWXYZ0123456789", 9) + "%05d".formatted(own.whole(0, 99999)),
                text(own, "ABCDEFGHJK", 1) + "%07d".formatted(own.whole(0, 9999999)),
                model.displacement(),
                model.seats(),
                Math.round(own.real(model.from(), model.to()) * 100) * 100.0,
                bought,
                registered,
                host.institution().name(),
                "PURCHASE",
                model.need(),
                model.newEnergy() && type.equals("OTHER") && own.happens(0.15),
                exempt ? "EXEMPT" : "MARKED",
                exempt ? "示机管车〔%d〕%d号".formatted(registered.getYear(), own.whole(1, 99)) : null,
                model.tank(),
                model.rated(),
                "9898%08d".formatted(number * 10000 + serial),
                duty && retired == null,
                home.name() + "停车场",
                parking.longitude(),
                parking.latitude(),
                retired == null ? "IN_USE" : "RETIRED",
                retired,
                null,
                false));
    }

    private String plate(Models model) {
        int digits = 10000 + number / UNISSUED.length() * 30000 + ++serial;
        char letter = UNISSUED.charAt(number % UNISSUED.length());
        String energy = !model.newEnergy() ? "" : model.energy().equals("BATTERY_ELECTRIC") ? "D" : "F";
        return "宁" + letter + energy + digits;
    }

    private void driver(Vehicle vehicle, Chance own) {
        String code = "J" + vehicle.institutionCode() + "%04d".formatted(serial);
        fleet.drivers.add(new Driver(
                vehicle.institutionCode(),
                code,
                names.draw(own),
                vehicle.body().equals("MEDIUM_BUS") ? "A1" : "C1",
                asOf.plusDays(own.whole(90, 2400)),
                "1%02d0000%04d".formatted(own.whole(30, 89), own.whole(0, 9999)),
                asOf.minusDays(own.whole(400, 4000)),
                null,
                null));
    }

    /** An old car that went out properly, with the one that took its place where there is one. */
    private void retire(Hosts host, Premises.Site home, Chance own) {
        LocalDate retired =
                calendar.plusWorkdays(asOf.minusDays(own.whole(45, 500)).minusDays(1), 1);
        LocalDate bought = retired.minusDays(own.whole(3250, 4300));
        String type = own.pick(List.of("OTHER", "LAW_ENFORCEMENT"));
        Vehicle old = register(
                host,
                home,
                type,
                Models.draw(type, Math.max(2014, bought.getYear()), false, own),
                bought,
                retired,
                own);
        String successor = fleet.vehicles
                .where(v -> v.institutionCode().equals(host.code())
                        && v.type().equals(type)
                        && v.purchasedOn().isAfter(retired))
                .min(Comparator.comparing(Vehicle::purchasedOn))
                .map(Vehicle::plate)
                .orElse(null);
        papers.dispose(old, retired, successor);
    }

    private static String text(Chance own, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(own.whole(0, letters.length() - 1)));
        }
        return text.toString();
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yiti.demonstration.Organization.Institution;

/** What turns readings into money, and where they would come from. */
final class Metering {
    private final City city;
    private final Energy energy;
    private final Chance chance;

    Metering(City city, Energy energy, Chance chance) {
        this.city = city;
        this.energy = energy;
        this.chance = chance;
    }

    void book(int year) {
        prices(year);
        replacements();
        sources();
    }

    /** What the bureau pays, and all below it. */
    private void prices(int year) {
        Institution bureau = city.organization.institutions.all().iterator().next();
        LocalDate from = LocalDate.of(year, 1, 1);
        energy.tariffs.add(
                new Energy.Tariff(bureau.code(), "ELECTRICITY", from, 0.6468, 1.0672, "8-11,17-22", 0.3021, "23-7"));
        energy.tariffs.add(new Energy.Tariff(bureau.code(), "WATER", from, 5.05, null, null, null, null));
    }

    /** Every fortieth meter was replaced once, with both figures noted. */
    private void replacements() {
        int count = 0;
        for (Energy.Meter meter : energy.meters.all()) {
            if (count++ % 40 == 3) {
                Chance own = chance.under(meter.code());
                energy.installations.add(new Energy.Installation(
                        meter.code(),
                        LocalDate.of(2023, own.whole(1, 12), own.whole(1, 28)).atTime(9, 30),
                        "REPLACED",
                        own.whole(100_000, 900_000),
                        0));
            }
        }
    }

    /** A gateway of every institution that has meters; of the first one a serial server as well, which is switched off. */
    private void sources() {
        Map<String, Energy.Meter> firsts = new LinkedHashMap<>();
        energy.meters.all().forEach(meter -> firsts.putIfAbsent(meter.institutionCode(), meter));
        firsts.keySet()
                .forEach(code -> energy.sources.add(
                        new Energy.Source(code, "gw-" + code.toLowerCase(Locale.ROOT), "MQTT", null, null, 15, true)));
        firsts.values().stream().findFirst().ifPresent(meter -> {
            String name = "bus-" + meter.institutionCode().toLowerCase(Locale.ROOT);
            energy.sources.add(
                    new Energy.Source(meter.institutionCode(), name, "DLT645_TCP", "10.20.0.11", 4001, 60, false));
            energy.points.add(new Energy.Point(meter.institutionCode(), name, meter.code(), "total", "202608210001"));
        });
    }
}

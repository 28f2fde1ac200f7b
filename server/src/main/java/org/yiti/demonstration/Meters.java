package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.WorkCalendar;
import org.yiti.demonstration.Energy.Dial;
import org.yiti.demonstration.Energy.Meter;
import org.yiti.demonstration.Premises.Building;

/** Puts meters into buildings and knows what every building uses in a month, metered by the hour or not. */
final class Meters {
    private static final Set<String> KITCHENS =
            Set.of("A1", "A4", "B1", "B2", "C1", "C2", "C4", "C8", "C10", "C11", "X1");
    private static final List<String> ITEM_NAMES = List.of("照明插座", "空调", "动力", "特殊");

    private final Energy energy;
    private final Chance chance;
    private final Schedule schedule;
    private final Weather weather;
    private final List<Curve.NightLoad> nights;
    private final Map<String, Map<String, Dial>> byBuilding = new LinkedHashMap<>();

    Meters(Energy energy, WorkCalendar calendar, Chance chance, LocalDate asOf, List<Curve.NightLoad> nights) {
        this.nights = nights;
        this.energy = energy;
        this.chance = chance.under("energy");
        this.schedule = new Schedule(calendar);
        this.weather = new Weather(this.chance, asOf);
    }

    void fit(Building building, int people, boolean hourly) {
        Curve curve = new Curve(building.code(), building.buildingArea(), schedule, weather, chance, nights);
        Map<String, Dial> dials = new LinkedHashMap<>();
        dials.put("ELECTRICITY", curve::main);
        dials.put("WATER", Flow.water(building.code(), people, schedule, chance)::of);
        if (KITCHENS.contains(building.code().substring(building.code().indexOf('-') + 1))) {
            dials.put("NATURAL_GAS", Flow.gas(building.code(), people, schedule, chance)::of);
        }
        byBuilding.put(building.code(), dials);
        if (hourly) {
            mount(building, curve, dials);
        }
    }

    private void mount(Building building, Curve curve, Map<String, Dial> dials) {
        dials.forEach((kind, dial) -> {
            String code = building.code() + "-" + kind.charAt(0);
            String name =
                    building.name() + (kind.equals("WATER") ? "总水表" : kind.equals("NATURAL_GAS") ? "总燃气表" : "总电表");
            meter(building, code, name, null, kind, "HOUSEHOLD", null, dial);
        });
        for (int i = 0; i < Curve.ITEMS.size(); i++) {
            int index = i;
            meter(
                    building,
                    building.code() + "-E" + (i + 1),
                    building.name() + ITEM_NAMES.get(i) + "分项电表",
                    building.code() + "-E",
                    "ELECTRICITY",
                    "ITEM",
                    Curve.ITEMS.get(i),
                    day -> curve.items(day)[index]);
        }
    }

    private void meter(
            Building building,
            String code,
            String name,
            @Nullable String parent,
            String kind,
            String level,
            @Nullable String item,
            Dial dial) {
        Chance own = chance.under(code);
        energy.meters.add(new Meter(
                building.institutionCode(),
                code,
                name,
                building.siteCode(),
                building.code(),
                parent,
                kind,
                level,
                item,
                1,
                LocalDate.of(own.whole(2015, 2022), own.whole(1, 12), own.whole(1, 28)),
                null,
                kind.equals("NATURAL_GAS") ? "CANTEEN" : null,
                null));
        energy.dials.put(code, dial);
    }

    /** By energy kind, what the building used in the month. */
    Map<String, Double> used(String building, YearMonth month) {
        Map<String, Double> used = new LinkedHashMap<>();
        byBuilding.getOrDefault(building, Map.of()).forEach((kind, dial) -> {
            double sum = 0;
            for (int d = 1; d <= month.lengthOfMonth(); d++) {
                for (double hour : dial.of(month.atDay(d))) {
                    sum += hour;
                }
            }
            used.put(kind, Rows.rounded(sum, 3));
        });
        return used;
    }
}

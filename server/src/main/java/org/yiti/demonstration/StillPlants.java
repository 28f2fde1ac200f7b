package org.yiti.demonstration;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Housekeeping.Patrol;
import org.yiti.demonstration.Organization.Institution;

/** Books that nobody wrote into for more than a year. */
final class StillPlants {
    private static final int DAYS = 420;

    private final Plants plants;
    private final City city;
    private final LocalDate yearAgo;

    StillPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.yearAgo = city.asOf.minusMonths(12);
    }

    void sow() {
        plants.attempt(this::premises);
        plants.attempt(this::assets);
        plants.attempt(this::receptions);
    }

    private Institution pick(String name, Predicate<String> wanted) {
        return plants.pick(
                name,
                city.organization
                        .institutions
                        .where(i -> i.dissolvedOn() == null && i.level().equals("COUNTY"))
                        .filter(i -> wanted.test(i.code())),
                i -> "still " + i.code());
    }

    private static <R extends Record> boolean none(Table<R> table, Predicate<R> test) {
        return table.where(test).findAny().isEmpty();
    }

    private void premises() {
        Premises premises = city.premises;
        Institution still = pick(
                "LG-01",
                code -> !plants.taken("steward " + code)
                        && !plants.taken("file " + code)
                        && none(premises.buildings, b -> b.institutionCode().equals(code))
                        && none(premises.leases, l -> l.institutionCode().equals(code))
                        && none(premises.idleDisposals, d -> d.institutionCode().equals(code))
                        && premises.patrols
                                        .where(p -> p.institutionCode().equals(code))
                                        .count()
                                == 1
                        && none(
                                premises.occupancies,
                                o -> o.user().equals(code) && (late(o.startsOn()) || late(o.endsOn()))));
        plants.take("steward " + still.code());
        all(premises.patrols, p -> p.institutionCode().equals(still.code())).forEach(patrol -> {
            Patrol old = back(premises.patrols, patrol);
            plants.consequence("OF-29", still.code(), old.doneOn().toString(), "台账停滞，也没有巡检");
        });
        all(city.upkeep.amenities.fileHandovers, f -> f.institutionCode().equals(still.code()))
                .forEach(file -> back(city.upkeep.amenities.fileHandovers, file));
        plants.breach("LG-01", still.code(), null, "办公用房台账一年多没有变动");
    }

    private boolean late(@Nullable LocalDate day) {
        return day != null && !day.isBefore(yearAgo);
    }

    private void assets() {
        Estate estate = city.upkeep.estate;
        Warehouse warehouse = city.upkeep.warehouse;
        Institution still = pick(
                "LG-02",
                code -> !plants.taken("estate " + code)
                        && !plants.taken("request " + code)
                        && estate.assets
                                .where(a -> a.institutionCode().equals(code))
                                .findAny()
                                .isPresent()
                        && none(
                                estate.assets,
                                a -> a.institutionCode().equals(code) && plants.taken("asset " + a.cardNo())));
        plants.take("estate " + still.code());
        Predicate<String> own = still.code()::equals;
        all(warehouse.loans, l -> own.test(estate.assets.get(l.cardNo()).institutionCode()))
                .forEach(warehouse.loans::remove);
        all(warehouse.warehouseEntries, e -> own.test(e.institutionCode())).forEach(warehouse.warehouseEntries::remove);
        all(estate.assets, a -> own.test(a.institutionCode())).forEach(a -> back(estate.assets, a));
        all(estate.disposals, d -> own.test(d.institutionCode())).forEach(d -> back(estate.disposals, d));
        all(estate.incomes, n -> own.test(n.institutionCode())).forEach(n -> back(estate.incomes, n));
        all(warehouse.requests, r -> own.test(r.institutionCode())).forEach(r -> back(warehouse.requests, r));
        all(estate.stocktakes, s -> own.test(s.institutionCode())).forEach(taken -> {
            var old = back(estate.stocktakes, taken);
            plants.consequence("AS-06", still.code(), old.takenOn().toString(), "台账停滞，也没有盘点");
        });
        plants.breach("LG-02", still.code(), null, "资产台账一年多没有变动");
    }

    private void receptions() {
        var hospitality = city.upkeep.hospitality;
        var gatherings = city.upkeep.gatherings;
        Institution still = pick(
                "LG-03",
                code -> none(
                                city.upkeep.canteens.canteens,
                                c -> c.institutionCode().equals(code))
                        && hospitality
                                .receptions
                                .where(r -> r.institutionCode().equals(code))
                                .findAny()
                                .isPresent()
                        && none(
                                hospitality.receptions,
                                r -> r.institutionCode().equals(code) && plants.taken("reception " + r.receptionNo()))
                        && !plants.taken("meetings of " + code)
                        && none(gatherings.trainings, t -> t.institutionCode().equals(code)));
        Predicate<String> own = still.code()::equals;
        all(hospitality.receptions, r -> own.test(r.institutionCode())).forEach(r -> {
            plants.take("reception " + r.receptionNo());
            back(hospitality.receptions, r);
        });
        all(hospitality.meals, m -> own.test(m.institutionCode())).forEach(m -> back(hospitality.meals, m));
        all(hospitality.expenses, e -> own.test(e.institutionCode())).forEach(e -> back(hospitality.expenses, e));
        all(gatherings.meetings, m -> own.test(m.institutionCode())).forEach(gatherings.meetings::remove);
        all(city.upkeep.amenities.roomBookings, b -> own.test(b.institutionCode()))
                .forEach(b -> back(city.upkeep.amenities.roomBookings, b));
        plants.breach("LG-03", still.code(), null, "接待、会议台账一年多没有变动");
    }

    private static <R extends Record> List<R> all(Table<R> table, Predicate<R> test) {
        return table.where(test).toList();
    }

    /** All its days, that long ago. */
    private static <R extends Record> R back(Table<R> table, R row) {
        List<@Nullable Object> changed = new ArrayList<>();
        Stream.of(row.getClass().getRecordComponents()).forEach(component -> {
            Object value = value(row, component);
            if (value instanceof LocalDate day) {
                changed.add(component.getName());
                changed.add(day.minusDays(DAYS));
            } else if (value instanceof LocalDateTime time) {
                changed.add(component.getName());
                changed.add(time.minusDays(DAYS));
            }
        });
        return table.change(row, changed.toArray());
    }

    private static @Nullable Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}

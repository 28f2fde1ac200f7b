package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plants breaches and near misses into a clean city and writes down each one. Nothing is planted on twice. */
final class Plants {
    final City city;
    final Chance chance;
    private final NightPlants night;
    private final Map<String, Travel> years = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Breach> breaches = new ArrayList<>();
    private final List<NearMiss> nearMisses = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();

    Plants(City city, Chance chance) {
        this.city = city;
        this.chance = chance.under("plants");
        this.night = new NightPlants(this);
    }

    void sow() {
        new OfficePlants(this).sow();
        new PlacementPlants(this).sow();
        new VehiclePlants(this).sow();
        new LeasePlants(this).sow();
        new AreaPlants(this).sow();
        new UsePlants(this).sow();
        new FuelPlants(this).sow();
        new DuePlants(this).sow();
        new ParkingPlants(this).sow();
        new ChargingPlants(this).sow();
        new HospitalityPlants(this).sow();
        new MealPlants(this).sow();
        new GatheringPlants(this).sow();
        new CanteenPlants(this).sow();
        new EstatePlants(this).sow();
        new SeatPlants(this).sow();
        new WarehousePlants(this).sow();
        new TreasuryPlants(this).sow();
        new ContractPlants(this).sow();
        new DataPlants(this).sow();
        new AmenityPlants(this).sow();
        night.sow();
        new AnnexPlants(this).sow();
        new TitlePlants(this).sow();
        new ProjectPlants(this).sow();
        new OversightPlants(this).sow();
        new HoldingPlants(this).sow();
        new WorkshopPlants(this).sow();
        new CardPlants(this).sow();
        new OutingPlants(this).sow();
        new FleetDutyPlants(this).sow();
        new TrackPlants(this).sow();
        new UsePlants(this).sowFewDays();
        new StopPlants(this).sow();
        new StillPlants(this).sow();
        new InventoryPlants(this).sow();
        new PlacementPlants(this).sowRooms();
        years.clear();
    }

    void sowEnergy(Energy energy, EnergyLedgers ledgers) {
        night.tell(energy);
        new EnergyPlants(this, energy, ledgers).sow();
        new MeterPlants(this, energy).sow();
        new LedgerPlants(this, energy).sow();
        new EnergyDutyPlants(this, energy).sow();
    }

    /** The year of a vehicle before anything was planted into it. */
    Travel year(Fleet.Vehicle vehicle) {
        return years.computeIfAbsent(vehicle.plate(), plate -> city.travel(vehicle));
    }

    private static final class NothingToPlantOn extends RuntimeException {
        NothingToPlantOn(String name) {
            super(name);
        }
    }

    /** Plants if there is anything to plant on: a world of another day or size may have no such object. */
    void attempt(Runnable planting) {
        try {
            planting.run();
        } catch (NothingToPlantOn nothing) {
            omitted.add(String.valueOf(nothing.getMessage()));
        }
    }

    /** One of the candidates nothing was planted on yet; the same one whatever else is planted. */
    <T> T pick(String name, Stream<T> candidates, Function<T, String> key) {
        return pick(name, candidates, key, candidate -> true);
    }

    /** The first one drawn that keeps as clear of every line of the law as the case asks for. */
    <T> T pick(String name, Stream<T> candidates, Function<T, String> key, Predicate<T> clear) {
        List<T> free = new ArrayList<>(candidates
                .filter(candidate -> !taken.contains(key.apply(candidate)))
                .sorted(Comparator.comparing(key))
                .toList());
        Chance own = chance.under(name);
        while (!free.isEmpty()) {
            T drawn = free.remove(own.whole(0, free.size() - 1));
            if (clear.test(drawn)) {
                taken.add(key.apply(drawn));
                return drawn;
            }
        }
        throw new NothingToPlantOn(name);
    }

    /** Goes by what the world holds, and this world has none. */
    static RuntimeException nothing(String name) {
        return new NothingToPlantOn(name);
    }

    boolean taken(String key) {
        return taken.contains(key);
    }

    void take(String key) {
        taken.add(key);
    }

    void breach(String rule, String subject, @Nullable String episode, String done, double actual, double limit) {
        breaches.add(new Breach(
                rule, subject, episode, done, actual, limit, Rows.rounded(Math.abs(actual - limit), 4), false));
    }

    /** A breach that is counted and has no limit. */
    void counted(String rule, String subject, @Nullable String episode, String done, double actual) {
        breaches.add(new Breach(rule, subject, episode, done, actual, null, null, false));
    }

    /** A breach that is not a matter of more or less. */
    void breach(String rule, String subject, @Nullable String episode, String done) {
        breaches.add(new Breach(rule, subject, episode, done, null, null, null, false));
    }

    void consequence(String rule, String subject, @Nullable String episode, String of) {
        breaches.add(new Breach(rule, subject, episode, of, null, null, null, true));
    }

    void nearMiss(String rule, String subject, String why) {
        nearMisses.add(new NearMiss(rule, subject, why));
    }

    Manifest manifest() {
        return new Manifest(List.copyOf(breaches), List.copyOf(nearMisses), List.copyOf(omitted));
    }
}

package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.WorkCalendar;
import org.yiti.demonstration.Fleet.Driver;
import org.yiti.demonstration.Fleet.Vehicle;
import org.yiti.demonstration.Offices.Wanted;
import org.yiti.demonstration.Organization.Institution;

/** One city, whole: drawn clean, then planted. Journeys and energy are drawn when asked for. */
final class City {
    final Organization organization = new Organization();
    final Premises premises = new Premises();
    final Fleet fleet = new Fleet();
    final Upkeep upkeep = new Upkeep();
    final Places places;
    final LocalDate asOf;
    final Scale scale;
    final WorkCalendar calendar;
    final Table<Terminals.Fence> fences = new Table<>(Terminals.Fence.class, Terminals.Fence::name);
    final List<Track> tracks = new ArrayList<>();
    /** Vehicles that drive as they were drawn, whatever their row says now. */
    final Map<String, Vehicle> drivenAs = new HashMap<>();

    private final Chance chance;
    private final Journeys journeys;
    private final Map<String, String> drivers = new HashMap<>();
    private final Map<String, List<Consumer<Travel>>> amendments = new HashMap<>();
    private final Map<String, Journeys.Quiet> quiet = new HashMap<>();
    private final List<Curve.NightLoad> nightLoads = new ArrayList<>();
    private final Set<String> brisk = new HashSet<>();
    private final List<Hosts> hosts;
    private final boolean planted;
    private final Plants plants;
    private @Nullable Energy energy;

    City(long seed, Scale scale, LocalDate asOf, WorkCalendar calendar, int number, boolean planted) {
        this.asOf = asOf;
        this.scale = scale;
        this.calendar = calendar;
        this.planted = planted;
        chance = new Chance(seed).under("city", number);
        hosts = new Institutions(organization, chance, scale, number).draw();
        People people = new People(organization, chance, asOf);
        hosts.forEach(people::staff);
        Positions positions = new Positions(number);
        raise(positions);
        new Papers(organization, premises, chance, asOf).write();
        new PremisesBooks(organization, premises, chance, asOf).write();
        Vehicles vehicles = new Vehicles(fleet, chance, asOf, calendar, number);
        hosts.forEach(host -> vehicles.equip(host, home(host)));
        new Before(organization, premises, fleet, chance, asOf, number).tell();
        new BeforeThat(organization, premises, fleet, chance, asOf).tell();
        upkeep.tell(this, chance);
        pairDrivers();
        setHabits();
        places = new Places(organization, premises, positions, chance);
        journeys = new Journeys(chance, calendar, asOf, places, applicants());
        new FleetBooks(this, chance).write();
        plants = new Plants(this, chance);
        if (planted) {
            plants.sow();
        }
    }

    private void raise(Positions positions) {
        Map<String, List<Wanted>> byBuilding = new LinkedHashMap<>();
        Offices offices = new Offices(chance);
        for (Hosts host : hosts) {
            List<Organization.Person> staff = organization.staffOf(host.code()).toList();
            List<Wanted> wanted = offices.wantedBy(host, staff, organization.headcountOf(host.code()));
            for (int i = 0; i < wanted.size(); i++) {
                int which = i % host.buildings().size();
                String building =
                        host.code().substring(0, 6) + "-" + host.buildings().get(which);
                byBuilding.computeIfAbsent(building, b -> new ArrayList<>()).add(wanted.get(i));
            }
        }
        Buildings buildings = new Buildings(premises, positions, chance, asOf);
        for (Hosts bureau : hosts) {
            if (bureau.institution().shortName().startsWith("机关事务")) {
                String division = bureau.institution().divisionCode();
                for (String[] line : Lines.of("buildings.txt")) {
                    List<Wanted> wanted = byBuilding.get(division + "-" + line[1]);
                    if (line[0].equals(bureau.tier()) && wanted != null) {
                        buildings.raise(
                                line,
                                division,
                                bureau.code(),
                                bureau.institution().name(),
                                wanted);
                    }
                }
            }
        }
    }

    private Premises.Site home(Hosts host) {
        String building = host.code().substring(0, 6) + "-" + host.buildings().get(0);
        return premises.sites.get(premises.buildings.get(building).siteCode());
    }

    /** Half of the cars of a model are driven calmly and half briskly, so that what is normal has an edge nobody crosses by chance. */
    private void setHabits() {
        Map<String, Boolean> next = new HashMap<>();
        for (Vehicle vehicle : fleet.vehicles.all()) {
            if (next.merge(vehicle.brandModel(), true, (was, one) -> !was)) {
                brisk.add(vehicle.plate());
            }
        }
    }

    private void pairDrivers() {
        List<Vehicle> active = fleet.vehicles.where(v -> v.retiredOn() == null).toList();
        List<Driver> all = List.copyOf(fleet.drivers.all());
        for (int i = 0; i < active.size(); i++) {
            drivers.put(active.get(i).plate(), all.get(i).code());
        }
    }

    private Map<String, List<String>> applicants() {
        Map<String, List<String>> names = new HashMap<>();
        organization
                .people
                .where(p -> p.leftOn() == null)
                .forEach(p -> names.computeIfAbsent(p.institutionCode(), i -> new ArrayList<>())
                        .add(p.name()));
        return names;
    }

    Travel travel(Vehicle named) {
        Vehicle vehicle = drivenAs.getOrDefault(named.plate(), named);
        String driver = drivers.getOrDefault(vehicle.plate(), "");
        Travel travel = journeys.of(
                vehicle, driver.isEmpty() ? null : driver, brisk.contains(vehicle.plate()), quiet.get(vehicle.plate()));
        amendments.getOrDefault(vehicle.plate(), List.of()).forEach(amendment -> amendment.accept(travel));
        return travel;
    }

    void amend(String plate, Consumer<Travel> amendment) {
        amendments.computeIfAbsent(plate, p -> new ArrayList<>()).add(amendment);
    }

    void leaveOn(Curve.NightLoad load) {
        nightLoads.add(load);
    }

    void quieten(String plate, Journeys.Quiet time) {
        quiet.put(plate, time);
    }

    /** Who uses how much of a building, adding up to one. */
    Map<String, Double> sharesOf(String building) {
        Map<String, Double> areas = new TreeMap<>();
        premises.rooms
                .where(r -> r.buildingCode().equals(building))
                .forEach(r -> areas.merge(r.institutionCode(), r.usableArea(), Double::sum));
        double whole = areas.values().stream().mapToDouble(a -> a).sum();
        areas.replaceAll((institution, area) -> area / whole);
        return areas;
    }

    Energy energy() {
        Energy known = energy;
        if (known == null) {
            known = new Energy();
            Meters meters = new Meters(known, calendar, chance, asOf, nightLoads);
            Map<String, Integer> people = new HashMap<>();
            premises.occupancies
                    .where(o -> o.endsOn() == null)
                    .forEach(o -> people.merge(o.buildingCode(), 1, Integer::sum));
            for (Premises.Building building : premises.buildings.all()) {
                meters.fit(building, people.getOrDefault(building.code(), 0), hourly(building.code()));
            }
            BeforeThat.tell(known, chance, asOf);
            EnergyLedgers ledgers = new EnergyLedgers(this, known, meters, chance);
            ledgers.book();
            new EnergyBooks(this, known, chance).write();
            if (planted) {
                plants.sowEnergy(known, ledgers);
            }
            energy = known;
        }
        return known;
    }

    private static boolean hourly(String building) {
        String[] parts = building.split("-");
        for (String[] line : Lines.of("buildings.txt")) {
            if (line[1].equals(parts[1])) {
                // Of the second offices of the counties, the first two have been metered so far.
                return line[10].equals("county")
                        ? parts[0].substring(4).compareTo("23") < 0
                        : Boolean.parseBoolean(line[10]);
            }
        }
        return false;
    }

    Manifest manifest() {
        energy();
        return plants.manifest();
    }

    Institution institution(String shortName) {
        return organization
                .institutions
                .where(i -> i.shortName().equals(shortName))
                .findFirst()
                .orElseThrow();
    }
}

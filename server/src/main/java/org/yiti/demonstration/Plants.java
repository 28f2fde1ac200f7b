package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.List;

/** Plants breaches and near misses into a clean city and writes down each one. */
final class Plants {
    private final City city;
    private final Chance chance;
    private final List<Breach> breaches = new ArrayList<>();
    private final List<NearMiss> nearMisses = new ArrayList<>();

    Plants(City city, Chance chance) {
        this.city = city;
        this.chance = chance.under("plants");
    }

    void sow() {}

    void sowEnergy(Energy energy, EnergyLedgers ledgers) {}

    Manifest manifest() {
        return new Manifest(List.copyOf(breaches), List.copyOf(nearMisses));
    }
}

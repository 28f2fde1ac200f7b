package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.yiti.demonstration.Fleet.DispatchOrder;
import org.yiti.demonstration.Fleet.FuelRecord;
import org.yiti.demonstration.Fleet.Maintenance;
import org.yiti.demonstration.Fleet.Trip;

/** A year of one vehicle: what was ordered, driven, fuelled and mended, each agreeing with the others. */
record Travel(List<DispatchOrder> orders, List<Trip> trips, List<FuelRecord> fuels, List<Maintenance> maintenances) {
    Travel() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}

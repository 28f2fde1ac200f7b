package org.yiti.demonstration;

import java.time.LocalDate;

/** What sites, buildings and floors were before. */
final class FormerPlaces {
    record SitePast(
            String siteCode, String name, String institutionCode, String address, double landArea, LocalDate endsOn) {}

    record BuildingPast(
            String buildingCode,
            String name,
            String institutionCode,
            String siteCode,
            String acquisition,
            String titleHolder,
            String titleStatus,
            String certificateNo,
            double buildingArea,
            double usableArea,
            int storeys,
            LocalDate startsOn,
            LocalDate endsOn) {}

    record FloorPast(String buildingCode, int floorNumber, String name, double usableArea, LocalDate endsOn) {}

    final Table<SitePast> sites = new Table<>(SitePast.class, SitePast::siteCode);
    final Table<BuildingPast> buildings = new Table<>(BuildingPast.class, BuildingPast::buildingCode);
    final Table<FloorPast> floors = new Table<>(FloorPast.class, f -> f.buildingCode() + " " + f.floorNumber());
}

package org.yiti.demonstration;

import org.yiti.demonstration.Premises.Building;
import org.yiti.demonstration.Premises.Floor;
import org.yiti.demonstration.Premises.Lease;
import org.yiti.demonstration.Premises.Room;
import org.yiti.demonstration.Premises.UseAgreement;

/** Changes that carry on to everything that must still add up. */
final class Alterations {
    private Alterations() {}

    /** A room as it shall be from now on, with another area: storey, building and agreement grow with it. */
    static void resize(City city, Room room, double area) {
        Premises premises = city.premises;
        Room known = premises.rooms.get(room.key());
        double more = area - known.usableArea();
        premises.rooms.change(known, "toiletArea", room.toiletArea(), "usableArea", Rows.rounded(area, 2));
        Floor floor = premises.floors.get(room.buildingCode() + " " + room.floorNumber());
        premises.floors.change(floor, "usableArea", Rows.rounded(floor.usableArea() + more, 2));
        Building building = premises.buildings.get(room.buildingCode());
        double factor = building.usableArea() / building.buildingArea();
        premises.buildings.change(
                building,
                "usableArea",
                Rows.rounded(building.usableArea() + more, 2),
                "buildingArea",
                Rows.rounded(building.buildingArea() + more / factor, 2));
        UseAgreement agreement = agreement(city, room.institutionCode(), room.buildingCode());
        premises.agreements.change(agreement, "area", Math.ceil(agreement.area() + more / factor));
    }

    static UseAgreement agreement(City city, String institution, String building) {
        return city.premises
                .agreements
                .where(a -> a.institutionCode().equals(institution)
                        && a.buildingCode().equals(building))
                .findFirst()
                .orElseThrow();
    }

    /** Space leased from outside with every paper it needs: what is planted changes one of them. */
    static Lease lease(City city, String institution, int serial, double area) {
        return city.premises.leases.add(Lease.in(
                institution,
                "ZR-%s-P%02d".formatted(institution, serial),
                "示范商务中心" + (serial + 2) + "层",
                "示范城投资产经营有限公司",
                area,
                area,
                Rows.rounded(area * 320, 2),
                "示机管租〔%d〕%d号".formatted(city.asOf.getYear(), 60 + serial),
                city.asOf.minusDays(90 + serial),
                city.asOf.plusDays(275 - serial)));
    }
}

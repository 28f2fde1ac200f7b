package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiti.demonstration.Offices.Wanted;
import org.yiti.demonstration.Premises.Building;
import org.yiti.demonstration.Premises.Floor;
import org.yiti.demonstration.Premises.Occupancy;
import org.yiti.demonstration.Premises.Room;
import org.yiti.demonstration.Premises.Site;
import org.yiti.demonstration.Premises.UseAgreement;

/** Raises the buildings around the rooms that are wanted and numbers every room by its storey. */
final class Buildings {
    private static final List<String> WINGS = List.of("东", "南", "西", "北");
    private static final LocalDate ALLOTTED = LocalDate.of(2019, 3, 1);

    private final Premises premises;
    private final Chance chance;
    private final Positions positions;
    private final LocalDate asOf;

    Buildings(Premises premises, Positions positions, Chance chance, LocalDate asOf) {
        this.premises = premises;
        this.positions = positions;
        this.chance = chance.under("buildings");
        this.asOf = asOf;
    }

    /** One building: its line of buildings.txt, the bureau that holds it and the rooms that go into it. */
    void raise(String[] line, String division, String bureau, String holder, List<Wanted> wanted) {
        String code = division + "-" + line[1];
        Chance own = chance.under(code);
        Site site = site(line, division, bureau, own);
        int below = Integer.parseInt(line[5]);
        Map<Integer, List<Wanted>> storeys = storeys(wanted, Integer.parseInt(line[4]), below);
        double usable = 0;
        for (Map.Entry<Integer, List<Wanted>> storey : storeys.entrySet()) {
            double area = Rows.rounded(
                    storey.getValue().stream().mapToDouble(Wanted::area).sum(), 2);
            usable += area;
            int number = storey.getKey();
            String name = number > 0 ? number + "层" : "地下" + -number + "层";
            premises.floors.add(new Floor(bureau, code, number, name, area, null));
            rooms(code, number, storey.getValue(), own);
        }
        double factor = own.real(0.665, 0.735);
        premises.buildings.add(new Building(
                bureau,
                site.code(),
                code,
                line[2] + line[3],
                "OWNED",
                holder,
                "REGISTERED_TO_BUREAU",
                "示(%d)%s不动产权第%07d号".formatted(Integer.parseInt(line[6]) + 2, division, own.whole(1000, 99999)),
                LocalDate.of(Integer.parseInt(line[6]), own.whole(3, 11), own.whole(1, 28)),
                Rows.rounded(usable / factor, 2),
                Rows.rounded(usable, 2),
                Integer.parseInt(line[4]),
                below,
                Boolean.parseBoolean(line[7]),
                null));
        agreements(code, wanted, factor);
    }

    private Site site(String[] line, String division, String bureau, Chance own) {
        String name = line[2];
        return premises.sites
                .where(s -> s.name().equals(name) && s.code().startsWith(division))
                .findFirst()
                .orElseGet(() -> {
                    Positions.Point at =
                            positions.near(division, Double.parseDouble(line[8]), Double.parseDouble(line[9]));
                    return premises.sites.add(new Site(
                            bureau,
                            division + "-S" + line[1],
                            name,
                            "示范大道%d号".formatted(own.whole(1, 400)),
                            Rows.rounded(own.real(6000, 32000), 0),
                            at.longitude(),
                            at.latitude(),
                            null));
                });
    }

    private static Map<Integer, List<Wanted>> storeys(List<Wanted> wanted, int above, int below) {
        Map<Integer, List<Wanted>> storeys = new LinkedHashMap<>();
        double total = 0;
        for (Wanted room : wanted) {
            if (below > 0 && room.use().equals("EQUIPMENT")) {
                storeys.computeIfAbsent(-1, n -> new ArrayList<>()).add(room);
            } else {
                total += room.area();
            }
        }
        double placed = 0;
        for (Wanted room : wanted) {
            if (below == 0 || !room.use().equals("EQUIPMENT")) {
                int number = Math.min(above, 1 + (int) (placed / total * above));
                storeys.computeIfAbsent(number, n -> new ArrayList<>()).add(room);
                placed += room.area();
            }
        }
        return storeys;
    }

    private void rooms(String building, int storey, List<Wanted> wanted, Chance own) {
        for (int i = 0; i < wanted.size(); i++) {
            Wanted want = wanted.get(i);
            String number = storey > 0 ? "%d%02d".formatted(storey, i + 1) : "B%d%02d".formatted(-storey, i + 1);
            Room room = premises.rooms.add(new Room(
                    want.institution(),
                    building,
                    storey,
                    number,
                    want.use(),
                    want.use(),
                    want.area(),
                    want.toilet(),
                    WINGS.get(i * 4 / wanted.size()),
                    want.use().equals("TECHNICAL")
                            ? "示发改投资〔%d〕%d号".formatted(own.whole(2003, 2015), own.whole(11, 320))
                            : null,
                    want.idleDays() == null ? null : asOf.minusDays(want.idleDays()),
                    null,
                    null));
            want.people()
                    .forEach(person -> premises.occupancies.add(Occupancy.of(
                            want.institution(), room, person.code(), People.later(person.joinedOn(), ALLOTTED), null)));
            if (want.use().equals("TECHNICAL")) {
                premises.occupancies.add(new Occupancy(
                        want.institution(),
                        building,
                        number,
                        null,
                        want.institution(),
                        "D%02d".formatted(own.whole(1, 3)),
                        ALLOTTED,
                        null,
                        null,
                        null));
            }
        }
    }

    private void agreements(String building, List<Wanted> wanted, double factor) {
        Map<String, Double> areas = new LinkedHashMap<>();
        wanted.forEach(room -> areas.merge(room.institution(), room.area(), Double::sum));
        areas.forEach((institution, area) -> premises.agreements.add(new UseAgreement(
                institution,
                "SY-" + institution + "-" + building.substring(building.indexOf('-') + 1),
                "PZ-" + institution + "-" + building.substring(building.indexOf('-') + 1),
                building,
                Math.ceil(area / factor),
                ALLOTTED,
                null)));
    }
}

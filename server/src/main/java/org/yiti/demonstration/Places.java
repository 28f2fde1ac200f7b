package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.demonstration.Positions.Point;

/** Where vehicles go and where they fuel. */
final class Places {
    record Place(String name, Point at, boolean outOfTown) {}

    private static final List<String> KINDS =
            List.of("工业园区", "中心小学", "社区服务中心", "水厂", "农贸市场", "敬老院", "客运站", "河道整治现场", "在建项目工地");
    private static final List<String> BRANDS = List.of("城东加油站", "迎宾加油站", "滨江加油站", "北环加油站", "服务区加油站");

    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<String, List<Place>> stations = new HashMap<>();
    private final List<Place> far = new ArrayList<>();

    Places(Organization organization, Premises premises, Positions positions, Chance chance) {
        organization
                .divisions
                .where(d -> d.level().equals("CITY") || d.level().equals("COUNTY"))
                .forEach(division -> {
                    Chance own = chance.under("places " + division.code());
                    Point centre = positions.centre(division.code());
                    boolean city = division.level().equals("CITY");
                    double reach = city ? 0.13 : 0.10;
                    List<Place> near = new ArrayList<>();
                    KINDS.forEach(kind -> near.add(new Place(
                            division.name() + kind,
                            centre.shifted(own.real(-reach, reach), own.real(-reach, reach)),
                            false)));
                    premises.sites
                            .where(s -> s.code().startsWith(division.code()))
                            .forEach(s -> near.add(new Place(
                                    s.name().startsWith("县")
                                            ? division.name() + s.name().substring(1)
                                            : s.name(),
                                    new Point(s.longitude(), s.latitude()),
                                    false)));
                    places.put(division.code(), near);
                    List<Place> pumps = new ArrayList<>();
                    BRANDS.stream()
                            .limit(city ? 5 : 3)
                            .forEach(brand -> pumps.add(new Place(
                                    division.name() + brand,
                                    centre.shifted(own.real(-0.04, 0.04), own.real(-0.04, 0.04)),
                                    false)));
                    stations.put(division.code(), pumps);
                });
        Point middle = positions.centre(organization
                .divisions
                .where(d -> d.level().equals("CITY"))
                .findFirst()
                .orElseThrow()
                .code());
        far.add(new Place("省城", middle.shifted(1.05, 0.42), true));
        far.add(new Place("邻市", middle.shifted(-0.72, 0.38), true));
    }

    Place destination(String institution, Point from, Chance own) {
        int die = own.whole(1, 100);
        if (die <= 5) {
            return own.pick(far);
        }
        String home = division(institution);
        if (die <= 28) {
            List<String> codes = places.keySet().stream().sorted().toList();
            return away(places.getOrDefault(own.pick(codes), List.of()), from, own);
        }
        return away(places.getOrDefault(home, List.of()), from, own);
    }

    private static Place away(List<Place> among, Point from, Chance own) {
        List<Place> distant =
                among.stream().filter(p -> p.at().kilometresTo(from) > 1.5).toList();
        return own.pick(distant.isEmpty() ? among : distant);
    }

    Place station(String institution, Point from, Chance own) {
        List<Place> near = stations.getOrDefault(division(institution), List.of()).stream()
                .sorted(Comparator.comparingDouble(p -> p.at().kilometresTo(from)))
                .toList();
        return near.get(own.whole(0, 1));
    }

    /** The station farthest from where a vehicle lives: for what is planted. */
    Place remoteStation(String institution) {
        String home = division(institution);
        return stations.entrySet().stream()
                .filter(e -> !e.getKey().equals(home))
                .sorted(Map.Entry.comparingByKey())
                .findFirst()
                .orElseThrow()
                .getValue()
                .get(0);
    }

    private static String division(String institution) {
        return institution.substring(0, 6);
    }
}

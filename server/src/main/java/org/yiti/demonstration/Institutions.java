package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Organization.Division;
import org.yiti.demonstration.Organization.DivisionPast;
import org.yiti.demonstration.Organization.Institution;

/** Draws the divisions and institutions of one city: departments under the bureau that looks after them, counties below. */
final class Institutions {
    static final String PROVINCE = "980000";
    static final String PROVINCE_BUREAU = PROVINCE + "001";
    private static final LocalDate FOUNDED = LocalDate.of(1996, 5, 20);
    private static final LocalDate MADE_TOWNS = LocalDate.of(2012, 3, 1);

    private final Organization organization;
    private final Chance chance;
    private final Scale scale;
    private final int number;
    private final List<Hosts> hosts = new ArrayList<>();

    Institutions(Organization organization, Chance chance, Scale scale, int number) {
        this.organization = organization;
        this.chance = chance.under("institutions");
        this.scale = scale;
        this.number = number;
    }

    static String cityName(int number) {
        String digits = "一二三四五六七八九十";
        if (number == 0) {
            return "示范市";
        }
        int n = number + 1;
        String tens = n < 20 ? (n < 10 ? "" : "十") : digits.charAt(n / 10 - 1) + "十";
        return "示范" + tens + (n % 10 == 0 ? "" : digits.charAt(n % 10 - 1)) + "市";
    }

    static String cityCode(int number) {
        return "98%02d00".formatted(number + 1);
    }

    List<Hosts> draw() {
        String city = cityCode(number);
        if (number == 0) {
            organization.divisions.add(new Division(PROVINCE, "示范省", "PROVINCE", null, FOUNDED, null));
        }
        if (number == 0 && scale.cities > 1) {
            add(PROVINCE_BUREAU, "示范省机关事务管理局", "省机关事务局", "GOVERNMENT_ORGAN", "PROVINCE", PROVINCE, null);
        }
        organization.divisions.add(new Division(city, cityName(number), "CITY", PROVINCE, FOUNDED, null));
        String bureau = tier("CITY", city, cityName(number), scale.cities > 1 ? PROVINCE_BUREAU : null);
        int serial = 21;
        for (String[] line : Lines.of("divisions.txt")) {
            String county = city.substring(0, 4) + serial++;
            organization.divisions.add(new Division(county, line[0], "COUNTY", city, FOUNDED, null));
            String centre = tier("COUNTY", county, line[0], bureau);
            seat(county);
            tier("TOWNSHIP", county + "100", line[0], centre);
        }
        return hosts;
    }

    /** Every county seat was made a town of one day, and was called a township before. */
    private void seat(String county) {
        organization.divisions.add(new Division(county + "100", "城关镇", "TOWNSHIP", county, FOUNDED, MADE_TOWNS));
        organization.divisionPasts.add(
                new DivisionPast(county + "100", "城关乡", "TOWNSHIP", county, FOUNDED, MADE_TOWNS.minusDays(1)));
    }

    private String tier(String tier, String division, String place, @Nullable String above) {
        int serial = tier.equals("TOWNSHIP") ? 90 : 1;
        String parent = above;
        for (String[] line : Lines.of("institutions.txt")) {
            if (!line[0].equals(tier)) {
                continue;
            }
            String code = division.substring(0, 6) + "%03d".formatted(serial++);
            Institution made = add(code, line[1].replace("{}", place), line[2], line[3], tier, division, parent);
            hosts.add(host(made, tier, line));
            parent = tier.equals("TOWNSHIP") || !line[2].startsWith("机关事务") ? parent : code;
        }
        return parent == null ? "" : parent;
    }

    private Hosts host(Institution institution, String tier, String[] line) {
        int[] leaders = numbers(line[6]);
        int people = (int) Math.round(Integer.parseInt(line[4]) * scale.staffing);
        int[] vehicles = Arrays.stream(numbers(line[7]))
                .map(n -> (int) Math.round(n * scale.staffing))
                .toArray();
        return new Hosts(
                institution,
                tier,
                people,
                List.of(line[5].split(",")),
                leaders[0],
                leaders[1],
                vehicles,
                line[8],
                Lines.words(line[9]));
    }

    private Institution add(
            String code,
            String name,
            String shortName,
            String kind,
            String level,
            String division,
            @Nullable String parent) {
        Chance own = chance.under(code);
        return organization.institutions.add(new Institution(
                code,
                name,
                shortName,
                CreditCode.of(kind, division, own),
                kind,
                level,
                division,
                parent,
                LocalDate.of(own.whole(1985, 2003), own.whole(1, 12), own.whole(1, 28)),
                null,
                "0999-" + own.whole(2100000, 8899999),
                address(own),
                null));
    }

    private static String address(Chance own) {
        List<String> streets = List.of("示范大道", "市民路", "人民路", "建设路", "滨江路", "学府路", "迎宾路", "文化路");
        return own.pick(streets) + own.whole(1, 388) + "号";
    }

    private static int[] numbers(String cell) {
        return Arrays.stream(cell.split(",")).mapToInt(Integer::parseInt).toArray();
    }
}

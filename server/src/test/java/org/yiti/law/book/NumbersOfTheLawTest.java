package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The numbers of {@code rules/parameters/}, written down a second time: whoever changes one changes two places, and says
 * so in the same commit. Values, days and confidence as the regulations have them.
 */
class NumbersOfTheLawTest {

    private static final String NUMBERS = """
            office-area-per-person 2014-11-24 verified
              CENTRAL CENTRAL_CHIEF 54, CENTRAL CENTRAL_DEPUTY 42, CENTRAL CENTRAL_BUREAU_CHIEF 24, CENTRAL CENTRAL_BUREAU_DEPUTY 18, CENTRAL CENTRAL_DIVISION 12, CENTRAL CENTRAL_STAFF 9
              PROVINCE PROVINCE_CHIEF 54, PROVINCE PROVINCE_DEPUTY 42, PROVINCE PROVINCE_BUREAU_CHIEF 30, PROVINCE PROVINCE_BUREAU_DEPUTY 24
              PROVINCE PROVINCE_DIVISION_CHIEF 18, PROVINCE PROVINCE_DIVISION_DEPUTY 12, PROVINCE PROVINCE_STAFF 9
              CITY CITY_CHIEF 42, CITY CITY_DEPUTY 30, CITY CITY_BUREAU_CHIEF 24, CITY CITY_BUREAU_DEPUTY 18, CITY CITY_STAFF 9
              COUNTY COUNTY_CHIEF 30, COUNTY COUNTY_DEPUTY 24, COUNTY COUNTY_SECTION_CHIEF 18, COUNTY COUNTY_SECTION_DEPUTY 12, COUNTY COUNTY_STAFF 9
              TOWNSHIP TOWNSHIP_CHIEF 24, TOWNSHIP TOWNSHIP_DEPUTY 24, TOWNSHIP TOWNSHIP_STAFF 24
            office-area-per-person 2014-11-24 local 211100
              TOWNSHIP TOWNSHIP_CHIEF 24, TOWNSHIP TOWNSHIP_DEPUTY 18, TOWNSHIP TOWNSHIP_STAFF 9
            office-toilet-area 2014-11-24 single-source
              CENTRAL CENTRAL_CHIEF 6, CENTRAL CENTRAL_DEPUTY 6, PROVINCE PROVINCE_CHIEF 6, PROVINCE PROVINCE_DEPUTY 6, CITY CITY_CHIEF 6, COUNTY COUNTY_CHIEF 6
            service-area-per-post 2014-11-24 verified
              CITY 200 8, CITY 400 6, CENTRAL 0 9, PROVINCE 0 9
            service-area-per-post 2014-11-24 to-confirm
              CENTRAL 200 9, CENTRAL 400 7, PROVINCE 200 9, PROVINCE 400 7, COUNTY 100 8, COUNTY 200 6
            equipment-area-share 2014-11-24 verified
              0.09
            canteen-area-per-post 2014-11-24 verified
              0 3.7, 100 2.6
            garage-area-per-vehicle 2014-11-24 verified
              0 40, 200 38
            usable-area-share 2014-11-24 verified
              MULTI_STOREY 0.65, HIGH_RISE 0.60
            second-office-return-months 2017-12-05 verified
              2
            leaver-office-return-months 2017-12-05 verified
              1
            vehicle-price-cap 2017-12-05 verified
              CONFIDENTIAL_COMMUNICATION SEDAN NORMAL 120000, CONFIDENTIAL_COMMUNICATION SEDAN NEW_ENERGY 180000, CONFIDENTIAL_COMMUNICATION OTHER_SMALL NORMAL 120000
              EMERGENCY SEDAN NORMAL 180000, EMERGENCY SEDAN NEW_ENERGY 180000, EMERGENCY OTHER_SMALL NORMAL 180000, EMERGENCY OTHER_SMALL NEW_ENERGY 180000
              EMERGENCY OTHER_SMALL SPECIAL 250000, EMERGENCY MEDIUM_BUS SPECIAL 250000, EMERGENCY LARGE_BUS SPECIAL 450000
              OTHER SEDAN NORMAL 180000, OTHER SEDAN NEW_ENERGY 180000, OTHER OTHER_SMALL NORMAL 180000, OTHER OTHER_SMALL NEW_ENERGY 180000
              OTHER OTHER_SMALL SPECIAL 250000, OTHER MEDIUM_BUS SPECIAL 250000, OTHER LARGE_BUS SPECIAL 450000
            vehicle-price-cap 2017-12-05 single-source
              LAW_ENFORCEMENT SEDAN NORMAL 120000, LAW_ENFORCEMENT SEDAN NEW_ENERGY 180000, LAW_ENFORCEMENT SEDAN SPECIAL 180000
              LAW_ENFORCEMENT OTHER_SMALL NORMAL 120000, LAW_ENFORCEMENT OTHER_SMALL NEW_ENERGY 180000, LAW_ENFORCEMENT OTHER_SMALL SPECIAL 250000
              LAW_ENFORCEMENT MEDIUM_BUS SPECIAL 250000, LAW_ENFORCEMENT LARGE_BUS SPECIAL 450000
            vehicle-displacement-cap 2017-12-05 verified
              CONFIDENTIAL_COMMUNICATION SEDAN NORMAL 1.6, CONFIDENTIAL_COMMUNICATION OTHER_SMALL NORMAL 1.6
              EMERGENCY SEDAN NORMAL 1.8, EMERGENCY OTHER_SMALL NORMAL 1.8, EMERGENCY OTHER_SMALL SPECIAL 3.0, EMERGENCY MEDIUM_BUS SPECIAL 3.0
              OTHER SEDAN NORMAL 1.8, OTHER OTHER_SMALL NORMAL 1.8, OTHER OTHER_SMALL SPECIAL 3.0, OTHER MEDIUM_BUS SPECIAL 3.0
            vehicle-displacement-cap 2017-12-05 single-source
              LAW_ENFORCEMENT SEDAN NORMAL 1.6, LAW_ENFORCEMENT SEDAN SPECIAL 1.8, LAW_ENFORCEMENT OTHER_SMALL NORMAL 1.6, LAW_ENFORCEMENT OTHER_SMALL SPECIAL 3.0
              LAW_ENFORCEMENT MEDIUM_BUS SPECIAL 3.0
            new-energy-share 2024-12-30 verified
              ALL 0.30, CONFIDENTIAL_COMMUNICATION 1.00, FIXED_ROUTE 1.00
            vehicle-renewal-years 2017-12-05 single-source
              8
            working-hours 2017-12-05 local
              START 7.5, END 19
            order-grace-minutes 2017-12-05 local
              15
            trip-least-kilometres 2017-12-05 local
              0.5
            trip-least-minutes 2017-12-05 local
              3
            tank-tolerance 2017-12-05 local
              0.05
            refuelling-least-kilometres 2017-12-05 local
              150
            refuelling-most-distance 2017-12-05 local
              1
            consumption-over-approved 2017-12-05 local
              1.2
            consumption-deviations 2017-12-05 local
              2
            consumption-least-kilometres 2017-12-05 local
              100
            consumption-least-peers 2017-12-05 local
              30
            inspection-reminder-days 2017-12-05 local
              30
            insurance-reminder-days 2017-12-05 local
              30
            licence-reminder-days 2017-12-05 local
              60
            lease-reminder-days 2017-12-05 local
              60
            use-agreement-reminder-days 2017-12-05 local
              60
            parking-most-distance 2017-12-05 local
              200
            parking-night-end 2017-12-05 local
              6
            leader-change-days 2017-12-05 local
              90
            idle-vehicle-days 2017-12-05 local
              30
            low-use-trips 2017-12-05 local
              5
            low-use-months 2017-12-05 local
              3
            energy-report-deadline 2008-10-01 statute
              03-31
            energy-coefficient 2021-04-01 verified
              ELECTRICITY 0.1229, HEAT 34.12, COAL 714.3, OTHER 1000
            energy-coefficient 2021-04-01 single-source
              NATURAL_GAS 1.2143
            energy-coefficient 2021-04-01 to-confirm
              LPG 1714.3, GASOLINE 1.0888, DIESEL 1.2385
            carbon-factor 2022-01-01 to-confirm
              ELECTRICITY 0.5366
            night-hours 2008-10-01 local
              START 23, END 6
            night-load-share 2008-10-01 local
              0.30
            night-load-share 2008-10-01 local 980000
              0.80
            night-load-least-days 2008-10-01 local
              20
            non-heating-energy 2016-12-01 to-confirm
              SEVERE_COLD_AND_COLD A CONSTRAINT 55, SEVERE_COLD_AND_COLD A GUIDE 45, SEVERE_COLD_AND_COLD B CONSTRAINT 70, SEVERE_COLD_AND_COLD B GUIDE 50
              HOT_SUMMER_COLD_WINTER A CONSTRAINT 70, HOT_SUMMER_COLD_WINTER A GUIDE 55, HOT_SUMMER_COLD_WINTER B CONSTRAINT 90, HOT_SUMMER_COLD_WINTER B GUIDE 65
              HOT_SUMMER_WARM_WINTER A CONSTRAINT 65, HOT_SUMMER_WARM_WINTER A GUIDE 50, HOT_SUMMER_WARM_WINTER B CONSTRAINT 80, HOT_SUMMER_WARM_WINTER B GUIDE 60
              TEMPERATE A CONSTRAINT 50, TEMPERATE A GUIDE 40, TEMPERATE B CONSTRAINT 60, TEMPERATE B GUIDE 45
            climate-zone 2016-12-01 to-confirm 110000
              SEVERE_COLD_AND_COLD
            climate-zone 2016-12-01 to-confirm 230000
              SEVERE_COLD_AND_COLD
            climate-zone 2016-12-01 to-confirm 310000
              HOT_SUMMER_COLD_WINTER
            climate-zone 2016-12-01 to-confirm 460000
              HOT_SUMMER_WARM_WINTER
            """;

    @Test
    void theShelfHasTheNumbersOfTheRegulationsAndNoOthers() {
        assertThat(shipped()).containsExactlyInAnyOrderElementsOf(written());
    }

    private static List<String> written() {
        var lines = new ArrayList<String>();
        var heading = "";
        for (var line : NUMBERS.lines().toList()) {
            if (!line.startsWith(" ")) {
                heading = line;
                continue;
            }
            for (var number : line.strip().split(", ")) {
                lines.add(heading + ": " + number);
            }
        }
        return lines;
    }

    private static List<String> shipped() {
        return LawFolder.onClassPath().parameters().stream()
                .flatMap(parameter -> parameter.values().stream().map(value -> line(parameter, value)))
                .toList();
    }

    private static String line(Parameter parameter, Parameter.Value value) {
        var dims = new TreeMap<>(value.dims());
        var words = parameter.form().dimensions().stream()
                .map(d -> dims.get(d.name()))
                .collect(Collectors.joining(" "));
        return parameter.id() + " " + value.valid().from()
                + (value.valid().to() == null ? "" : " to " + value.valid().to())
                + " "
                + value.origin().confidence().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (value.division() == null ? "" : " " + value.division())
                + ": " + (words.isEmpty() ? "" : words + " ") + value.value();
    }
}

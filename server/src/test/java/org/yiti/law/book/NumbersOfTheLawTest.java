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
            least-utilisation 2017-12-05 local
              0.20
            speed-cap 2004-05-01 single-source
              SEDAN 120, OTHER_SMALL 120, MEDIUM_BUS 100, LARGE_BUS 100, TRUCK 100, SPECIAL 100
            parking-night-least-hours 2017-12-05 local
              4
            detour-ratio 2017-12-05 local
              1.3
            route-corridor 2017-12-05 local
              2
            detour-least-extra 2017-12-05 local
              10
            detour-least-apart 2017-12-05 local
              5
            road-factor 2017-12-05 local
              1.4
            refuelling-match-minutes 2017-12-05 local
              60
            refuelling-litres-tolerance 2017-12-05 local
              0.15
            refuelling-least-litres 2017-12-05 local
              10
            fuel-drop-least-litres 2017-12-05 local
              8
            terminal-silence-hours 2017-12-05 local
              24
            mileage-difference-share 2017-12-05 local
              0.10
            mileage-least-kilometres 2017-12-05 local
              100
            energy-report-deadline 2008-10-01 statute
              03-31
            energy-coefficient 2021-04-01 verified
              ELECTRICITY 0.1229, HEAT 34.12, COAL 714.3, OTHER 1000
            energy-coefficient 2021-04-01 single-source
              NATURAL_GAS 1.2143
            energy-coefficient 2021-04-01 to-confirm
              LPG 1714.3, GASOLINE 1.0888, DIESEL 1.2385
            carbon-factor 2022-01-01 to 2023-01-01 verified
              ELECTRICITY 0.5366
            carbon-factor 2023-01-01 verified
              ELECTRICITY 0.5306
            carbon-factor 2022-01-01 to-confirm
              GASOLINE 2.1682, DIESEL 2.635, NATURAL_GAS 2.16, LPG 3100, COAL 1900, HEAT 110
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
            consumption-change-share 2008-10-01 local
              0.30
            energy-booking-days 2008-10-01 local
              15
            energy-plan-deadline 2008-10-01 local
              03-31
            energy-price-least-peers 2008-10-01 local
              30
            energy-price-share 2008-10-01 local
              0.50
            key-user-energy 2008-04-01 statute
              KEY 10000, DESIGNATED 5000
            key-user-report-deadline 2008-04-01 local
              03-31
            meter-silent-days 2008-10-01 local
              2
            meter-sum-tolerance 2008-10-01 local
              0.03
            failed-inspection-days 2008-10-01 local
              30
            fuel-price-range 2017-12-05 local
              LEAST 5.5, MOST 10.5
            late-return-minutes 2017-12-05 local
              60
            luxury-fitting-words 2012-10-01 local
              LEATHER 真皮, AMBIENT_LIGHT 氛围灯, SOUND 音响改装, MASSAGE 按摩座椅, SUNROOF 加装天窗, REFRIGERATOR 车载冰箱
            odometer-tolerance 2008-10-01 local
              1
            out-of-town-kilometres 2017-12-05 local
              100
            out-of-town-kilometres 2017-12-05 local 980000
              150
            part-least-months 2017-12-05 local
              TYRES 24, BATTERY 24, OVERHAUL 36
            plug-in-least-kilometres 2008-10-01 local
              300
            repair-cost-share 2017-12-05 local
              0.15
            repairs-a-year 2017-12-05 local
              6
            purchase-to-registration-days 2017-12-05 local
              90
            replacement-overlap-days 2017-12-05 local
              30
            small-fuel-amount 2017-12-05 local
              60
            small-fuel-times 2017-12-05 local
              3
            unfuelled-kilometres 2008-10-01 local
              1500
            book-area-tolerance 2017-12-05 local
              0.01
            dissolved-rooms-return-months 2012-10-01 local
              3
            asset-least-years 2016-07-01 verified
              DESKTOP 6, LAPTOP 6, PRINTER_A4 6, PRINTER_A4_COLOUR 6, PRINTER_A3 6, PRINTER_A3_COLOUR 6, COPIER 6, DESK 15, CHAIR 15, SOFA_THREE 15, SOFA_ONE 15
              TEA_TABLE_LARGE 15, TEA_TABLE_SMALL 15, GUEST_CHAIR 15, BOOKCASE 15, FILING_CABINET 20, WARDROBE 15, SAFE_CABINET 20, TEA_CABINET 20
              CONFERENCE_CHAIR 15
            asset-least-years 2016-07-01 single-source
              MULTIFUNCTION 6
            asset-least-years 2016-07-01 to-confirm
              RECEIPT_PRINTER 6, SCANNER 6, SHREDDER 6, PROJECTOR 6
            asset-price-cap 2016-07-01 verified
              DESKTOP BUREAU 5000, DESKTOP DIVISION 5000, LAPTOP BUREAU 7000, LAPTOP DIVISION 7000, PRINTER_A4 BUREAU 1200, PRINTER_A4 DIVISION 1200
              PRINTER_A4_COLOUR BUREAU 2000, PRINTER_A4_COLOUR DIVISION 2000, PRINTER_A3 BUREAU 7600, PRINTER_A3 DIVISION 7600, PRINTER_A3_COLOUR BUREAU 15000
              PRINTER_A3_COLOUR DIVISION 15000, COPIER BUREAU 35000, COPIER DIVISION 35000
            asset-price-cap 2016-07-01 verified
              DESK BUREAU 4500, DESK DIVISION 3000, CHAIR BUREAU 1500, CHAIR DIVISION 800, SOFA_THREE BUREAU 3000, SOFA_THREE DIVISION 3000, SOFA_ONE BUREAU 1500
              SOFA_ONE DIVISION 1500, TEA_TABLE_LARGE BUREAU 1000, TEA_TABLE_LARGE DIVISION 1000, TEA_TABLE_SMALL BUREAU 800, TEA_TABLE_SMALL DIVISION 800
              GUEST_CHAIR BUREAU 800, GUEST_CHAIR DIVISION 800, BOOKCASE BUREAU 2000, BOOKCASE DIVISION 1200, FILING_CABINET BUREAU 2000, FILING_CABINET DIVISION 1000
              WARDROBE BUREAU 2000, WARDROBE DIVISION 1000, SAFE_CABINET BUREAU 3000, SAFE_CABINET DIVISION 3000, TEA_CABINET BUREAU 1500, TEA_CABINET DIVISION 1500
              CONFERENCE_CHAIR BUREAU 800, CONFERENCE_CHAIR DIVISION 800
            asset-price-cap 2016-07-01 single-source
              MULTIFUNCTION BUREAU 3000, MULTIFUNCTION DIVISION 3000
            asset-price-cap 2016-07-01 to-confirm
              RECEIPT_PRINTER BUREAU 3000, RECEIPT_PRINTER DIVISION 3000, SCANNER BUREAU 4000, SCANNER DIVISION 4000, SHREDDER BUREAU 1000, SHREDDER DIVISION 1000
              PROJECTOR BUREAU 10000, PROJECTOR DIVISION 10000
            asset-quantity-share 2016-07-01 verified
              DESKTOP ORDINARY 1.0, DESKTOP SECRET 1.5, LAPTOP ORDINARY 0.5, LAPTOP SECRET 0.5, PRINTERS ORDINARY 0.8, PRINTERS SECRET 0.8, PRINTERS_A3 ORDINARY 0.15
              PRINTERS_A3 SECRET 0.15, PRINTERS_COLOUR ORDINARY 0.03, PRINTERS_COLOUR SECRET 0.03, DESK ORDINARY 1, DESK SECRET 1, CHAIR ORDINARY 1, CHAIR SECRET 1
              FILING_CABINET ORDINARY 1, FILING_CABINET SECRET 1
            asset-quantity-share 2016-07-01 single-source
              MULTIFUNCTION ORDINARY 0.3, MULTIFUNCTION SECRET 0.3
            asset-quantity-share 2016-07-01 to-confirm
              SCANNER ORDINARY 0.05, SCANNER SECRET 0.05, SHREDDER ORDINARY 0.05, SHREDDER SECRET 0.05, PROJECTOR ORDINARY 0.05, PROJECTOR SECRET 0.05
            asset-counted-among 2016-07-01 verified
              DESKTOP DESKTOP 1, LAPTOP LAPTOP 1, PRINTERS PRINTER_A4 1, PRINTERS PRINTER_A4_COLOUR 1, PRINTERS PRINTER_A3 1, PRINTERS PRINTER_A3_COLOUR 1
              PRINTERS_A3 PRINTER_A3 1, PRINTERS_A3 PRINTER_A3_COLOUR 1, PRINTERS_COLOUR PRINTER_A4_COLOUR 1, PRINTERS_COLOUR PRINTER_A3_COLOUR 1
              DESK DESK 1, CHAIR CHAIR 1, FILING_CABINET FILING_CABINET 1
            asset-counted-among 2016-07-01 single-source
              MULTIFUNCTION MULTIFUNCTION 1, SCANNER SCANNER 1, SHREDDER SHREDDER 1, PROJECTOR PROJECTOR 1
            asset-counted-by-office 2016-07-01 verified
              SOFA_THREE SOFA_THREE 1, SOFA_ONE SOFA_ONE 1, TEA_TABLES TEA_TABLE_LARGE 1, TEA_TABLES TEA_TABLE_SMALL 1, GUEST_CHAIR GUEST_CHAIR 1
              WARDROBE WARDROBE 1, TEA_CABINET TEA_CABINET 1
            asset-report-deadline 2021-04-01 local
              03-31
            event-entry-days 2021-04-01 local
              30
            idle-entry-months 2021-04-01 local
              6
            income-pay-in-days 2021-04-01 local
              30
            persons-per-copier 2016-07-01 verified
              0 20, 100 30
            stocktake-months 2021-04-01 local
              12
            stocktake-settle-days 2021-04-01 local
              60
            warehouse-stay-months 2021-04-01 local
              12
            write-off-days 2021-04-01 local
              30
            contract-announce-workdays 2015-03-01 statute
              2
            contract-file-workdays 2003-01-01 statute
              7
            contract-sign-days 2003-01-01 statute
              30
            open-tender-threshold 2020-01-01 local
              GOODS 2000000, SERVICES 2000000, WORKS 4000000
            publication-days 2015-01-01 statute
              20
            seat-allowed 2014-01-01 to-confirm
              MINISTER RAIL_BUSINESS 1, MINISTER RAIL_FIRST 1, MINISTER RAIL_SECOND 1, MINISTER AIR_FIRST 1, MINISTER AIR_ECONOMY 1, MINISTER ROAD 1
              BUREAU RAIL_BUSINESS 0, BUREAU RAIL_FIRST 1, BUREAU RAIL_SECOND 1, BUREAU AIR_FIRST 0, BUREAU AIR_ECONOMY 1, BUREAU ROAD 1, OTHER RAIL_BUSINESS 0
              OTHER RAIL_FIRST 0, OTHER RAIL_SECOND 1, OTHER AIR_FIRST 0, OTHER AIR_ECONOMY 1, OTHER ROAD 1
            service-contract-years 2020-03-01 to-confirm
              3
            single-source-notice-workdays 2015-03-01 statute
              5
            sme-payment-days 2020-09-01 statute
              DEFAULT 30, AGREED 60
            spending-lead 2012-10-01 local
              0.15
            supplement-share 2003-01-01 statute
              0.1
            travel-allowance 2014-01-01 to-confirm
              MEAL 100, TRANSPORT 80
            canteen-assessment-parts 2024-01-01 verified
              8
            canteen-spot-check-share 2024-01-01 verified
              0.35
            cluster-days 2013-12-01 local
              7
            cluster-receptions 2013-12-01 local
              3
            companions-most 2013-12-01 verified
              10 3
            food-sample-grams 2018-10-01 to-confirm
              125
            food-sample-hours 2018-10-01 to-confirm
              48
            food-waste-months 2024-01-01 local
              3
            food-waste-rise 2024-01-01 local
              1.2
            guests-per-companion 2013-12-01 verified
              10 3
            lecture-fee 2017-01-01 verified
              DEPUTY_SENIOR 500, SENIOR 1000, ACADEMICIAN 1500
            canteen-coverage-years 2024-01-01 verified
              3
            asset-per-office 2016-07-01 verified
              SOFA_THREE 1, SOFA_ONE 2, TEA_TABLES 1, GUEST_CHAIR 1, WARDROBE 1, TEA_CABINET 1
            inventory-months 2021-04-01 local
              3
            reception-letter 2013-12-01 verified
              REQUIRED
            warehouse-first 2021-04-01 statute
              REQUIRED
            list-sign-days 2013-12-01 local
              5
            lodging-price-cap 2016-01-01 to-confirm 110000
              MINISTER 1100, BUREAU 650, OTHER 500
            meal-alcohol 2013-12-01 to 2025-05-02 verified
              HIGH_GRADE
            meal-alcohol 2025-05-02 verified
              ALL
            meal-standard 2013-12-01 local
              130
            meeting-days 2016-07-01 to-confirm
              SECOND 2, THIRD 2, FOURTH 2, BRIEFING 1
            meeting-delegates 2016-07-01 verified
              SECOND 300, THIRD 150, FOURTH 50
            meeting-hotel-stars 2016-07-01 single-source
              4
            meeting-indoor-persons 2016-07-01 to-confirm
              50
            meeting-quota 2016-07-01 verified
              FIRST 760, SECOND 650, THIRD 550, FOURTH 550
            meeting-staff-share 2016-07-01 to-confirm
              SECOND 0.15, THIRD 0.10
            training-full-days 2017-01-01 verified
              30
            training-later-share 2017-01-01 verified
              0.7
            training-quota 2017-01-01 verified
              FIRST 760, SECOND 650, THIRD 550
            training-staff-most 2017-01-01 to-confirm
              10
            training-staff-share 2017-01-01 to-confirm
              0.1
            working-meals 2013-12-01 verified
              1
            final-accounts-months 2021-04-01 statute
              12
            fit-out-cost-cap 2017-12-01 local 980000
              1500
            idle-room-months 2017-12-05 local
              6
            patrol-months 2017-12-05 local
              12
            premises-report-deadline 2017-12-05 local
              03-31
            refit-least-years 2017-12-05 local
              15
            rent-payment-days 2021-04-01 local
              30
            analysis-report-deadline 2020-03-01 local
              03-31
            item-report-deadline 2008-10-01 local
              03-31
            publicity-grace-days 2020-03-01 local
              30
            saving-review-score 2024-01-01 verified
              80
            water-over-plan-share 2024-05-01 local
              QUARTER 0.10, YEAR 0.30
            meter-residual-share 2008-10-01 local
              0.1
            meter-standstill-hours 2008-10-01 local
              168
            meter-stuck-hours 2008-10-01 local
              48
            night-above-usual-least 2008-10-01 local
              7
            night-above-usual-share 2008-10-01 local
              0.3
            fixed-use-least-orders 2017-12-05 local
              10
            fixed-use-share 2017-12-05 local
              0.80
            fleet-publicity-days 2017-12-05 local
              30
            fleet-report-deadline 2017-12-05 local
              03-31
            on-site-cooling-temperature 2008-10-01 verified
              26
            on-site-heating-temperature 2008-10-01 verified
              20
            central-disposal-amount 2021-10-01 to-confirm
              15000000
            equipment-least-use 2021-04-01 local
              30
            shared-equipment-price 2021-04-01 local
              500000
            compliance-audit-months 2021-11-01 local
              24
            flaw-report-hours 2025-01-01 statute
              24
            impact-report-years 2021-11-01 statute
              3
            leak-notice-hours 2021-11-01 local
              24
            log-retention-days 2017-06-01 statute
              180
            personal-retention-days 2021-11-01 local
              ORDINARY 1825, BIOMETRIC 365, RELIGION 365, IDENTITY 1095, MEDICAL 1095, FINANCIAL 1095, TRACK 1095, CHILD 365
            provision-record-years 2025-01-01 statute
              3
            plan-reduction 2021-01-01 verified
              ENERGY_PER_AREA 5, ENERGY_PER_PERSON 6, WATER_PER_PERSON 6
            plan-years 2021-01-01 verified
              START 2020, END 2025
            sensitive-stop-minutes 2017-12-05 local
              10
            file-handover-months 2017-12-05 local
              6
            room-day-hours 2020-01-01 local
              8
            room-idle-share 2020-01-01 local
              90
            room-no-show-share 2020-01-01 local
              20
            ledger-still-months 2017-12-05 local
              PREMISES 12, ASSETS 12, RECEPTION 12
            case-reminder-workdays 2017-12-05 local
              3
            case-workdays 2017-12-05 local
              ALERT 5, VERIFYING 20, EXPLAINING 5, RECTIFYING 30, REVIEWING 10, SETTLING 10
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
                // how much a sign weighs is nowhere written: it is ours, and calibrated by what comes of it
                .filter(parameter -> !parameter.id().startsWith("suspicion-"))
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

package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workbooks that say since when something is so. */
class PastImportJourneyTest extends ImportJourney {

    private static final String PEOPLE = "人员编号,姓名,单位编码,职级,现状起始日期\n";
    private static boolean ready;

    @BeforeEach
    void anOffice() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "983200", "name", "变动市", "level", "市级"));
        for (var code : List.of("VB-1", "VB-2")) {
            add(
                    "organization/institutions",
                    Map.of(
                            "code",
                            code,
                            "name",
                            "变动市" + code,
                            "kind",
                            "政府机关",
                            "level",
                            "市级",
                            "divisionCode",
                            "983200"));
        }
    }

    private static String person(String code, String institution, String rank, String since) {
        return code + ",吴某," + institution + "," + rank + "," + since + "\n";
    }

    private List<String> past(String code) {
        return items(get(ADMINISTRATOR, "/api/organization/person-pasts?personCode=" + code + "&sort=endsOn")).stream()
                .map(row -> row.get("institutionCode") + " " + row.get("rank") + " " + row.get("startsOn") + " "
                        + row.get("endsOn"))
                .toList();
    }

    private Object since(String code) {
        return items(get(ADMINISTRATOR, "/api/organization/people?code=" + code))
                .get(0)
                .get("since");
    }

    @Test
    void keepWhatWasBeforeAndGiveItBackWhenUndone() throws Exception {
        imported("p1.csv", PEOPLE + person("VB-P1", "VB-1", "正科级", "2018-01-01"));
        imported("p2.csv", PEOPLE + person("VB-P1", "VB-1", "副局(处)级", "2021-07-01"));
        assertThat(past("VB-P1")).containsExactly("VB-1 CITY_STAFF 2018-01-01 2021-06-30");

        var third = imported("p3.csv", PEOPLE + person("VB-P1", "VB-2", "正局(处)级", "2020-07-01"));
        assertThat(past("VB-P1")).containsExactly("VB-1 CITY_STAFF 2018-01-01 2020-06-30");

        post(ADMINISTRATOR, "/api/workbook/imports/" + third.get("id") + "/undo", Map.of());
        assertThat(rested(UUID.fromString((String) third.get("id")))).containsEntry("state", "UNDONE");
        assertThat(past("VB-P1")).containsExactly("VB-1 CITY_STAFF 2018-01-01 2021-06-30");
        assertThat(since("VB-P1")).isEqualTo("2021-07-01");
    }

    @Test
    void changeNothingTheSecondTimeNorWhenTheDayIsLeftEmpty() throws Exception {
        imported("q1.csv", PEOPLE + person("VB-P2", "VB-1", "正科级", "2018-01-01"));
        imported("q2.csv", PEOPLE + person("VB-P2", "VB-2", "正科级", "2021-07-01"));

        for (var since : List.of("2021-07-01", "")) {
            var again = imported("q3.csv", PEOPLE + person("VB-P2", "VB-2", "正科级", since));
            assertThat(again.get("sheets").toString()).contains("same=1").contains("changed=0");
        }
        assertThat(past("VB-P2")).hasSize(1);
        assertThat(since("VB-P2")).isEqualTo("2021-07-01");
    }

    @Test
    void areWarnedOfAChangeThatSaysItWasAlwaysSo() throws Exception {
        imported("r1.csv", PEOPLE + person("VB-P3", "VB-1", "正科级", "2018-01-01"));

        var corrected = imported("r2.csv", PEOPLE + person("VB-P3", "VB-2", "正科级", "2018-01-01"));

        assertThat(get(ADMINISTRATOR, "/api/workbook/imports/" + corrected.get("id") + "/problems"))
                .bodyText()
                .contains("视为更正录入错误");
        assertThat(past("VB-P3")).isEmpty();
    }

    @Test
    void bringThePastOfPeopleTogetherWithThePeople() throws Exception {
        imported("s1.csv", PEOPLE + person("VB-P4", "VB-2", "正局(处)级", "2021-07-01"));

        imported(
                "s2.csv",
                "人员编号,原单位编码,原职级,起始日期,截止日期\nVB-P4,VB-1,正科级,2010-01-01,2017-12-31\nVB-P4,VB-1,副局(处)级,2018-01-01,2021-06-30\n");

        assertThat(past("VB-P4"))
                .containsExactly(
                        "VB-1 CITY_STAFF 2010-01-01 2017-12-31", "VB-1 CITY_BUREAU_DEPUTY 2018-01-01 2021-06-30");
    }

    private List<String> driven(String code) {
        return items(get(ADMINISTRATOR, "/api/fleet/driver-pasts?driverCode=" + code + "&sort=endsOn")).stream()
                .map(row -> row.get("institutionCode") + " " + row.get("licenceClass") + " " + row.get("endsOn"))
                .toList();
    }

    @Test
    void bringThePastOfDriversAndGiveItBackWhenUndone() throws Exception {
        var drivers = "驾驶员编号,姓名,单位编码,准驾车型,现状起始日期\n";
        imported("t1.csv", drivers + "VB-D1,孙师傅,VB-2,B1,2022-01-01\n");
        imported("t2.csv", "驾驶员编号,原单位编码,原准驾车型,截止日期\nVB-D1,VB-1,C1,2021-12-31\n");
        var third = imported("t3.csv", drivers + "VB-D1,孙师傅,VB-2,A1,2024-01-01\n");
        assertThat(driven("VB-D1")).containsExactly("VB-1 C1 2021-12-31", "VB-2 B1 2023-12-31");

        post(ADMINISTRATOR, "/api/workbook/imports/" + third.get("id") + "/undo", Map.of());
        assertThat(rested(UUID.fromString((String) third.get("id")))).containsEntry("state", "UNDONE");
        assertThat(driven("VB-D1")).containsExactly("VB-1 C1 2021-12-31");
    }
}

package org.yiti.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "institution-kind",
                "institution-level",
                "staffing",
                "rank",
                "room-use",
                "title-status",
                "building-acquisition",
                "lease-direction",
                "service-charge-kind",
                "annex-kind",
                "project-kind",
                "project-purpose",
                "fund-source",
                "premises-filing-kind",
                "idle-disposal-way",
                "counterparty-kind",
                "vehicle-type",
                "vehicle-body",
                "vehicle-energy",
                "mark-status",
                "vehicle-status",
                "vehicle-acquisition",
                "plate-colour",
                "fuel-grade",
                "disposal-method",
                "disposal-reason",
                "maintenance-kind",
                "insurance-kind",
                "inspection-result",
                "order-status",
                "energy-kind",
                "meter-level",
                "electricity-item",
                "quota-indicator",
                "energy-filing-kind",
                "key-area",
                "purchase-duty",
                "order-category",
                "supplier-service",
                "fleet-filing-kind",
                "road-charge-kind",
                "yes-no"
            })
    void everyTableTheLedgersNeedIsThere(String id) {
        assertThat(CodeTables.get(id).codes()).isNotEmpty();
        assertThat(CodeTables.get(id).source()).isNotBlank();
    }

    @Test
    void everyCodeReadsItselfAndEveryNameItHas() {
        for (var table : CodeTables.all()) {
            for (var code : table.codes()) {
                var level = code.level();
                Stream.of(List.of(code.code(), code.zh(), code.en()), code.aliases(), code.grades())
                        .flatMap(List::stream)
                        .forEach(text -> assertThat(level == null ? table.parse(text) : table.parse(text, level))
                                .as("%s of %s", text, table.id())
                                .contains(code));
            }
        }
    }

    @Test
    void codesAreAsciiAndUniqueWithinTheirTable() {
        for (var table : CodeTables.all()) {
            var seen = new HashSet<String>();
            for (var code : table.codes()) {
                assertThat(code.code()).matches("[A-Z][A-Z0-9_]*");
                assertThat(seen.add(code.code())).as(code.code()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "room-use, ' 办 公 室 ', OFFICE",
        "room-use, office, OFFICE",
        "room-use, 会议室, SERVICE",
        "fuel-grade, ９２＃, GASOLINE_92",
        "fuel-grade, －10号柴油, DIESEL_M10",
        "fuel-grade, −10号, DIESEL_M10",
        "institution-kind, 公益Ⅰ类, PUBLIC_INSTITUTION_I",
        "vehicle-energy, phev, PLUG_IN_HYBRID",
        "quota-indicator, 单位建筑面积（非供暖）电耗, ELECTRICITY_PER_AREA",
        "yes-no, √, YES",
        "yes-no, TRUE, YES",
        "yes-no, 0, NO",
        "yes-no, ×, NO",
        "yes-no, n, NO"
    })
    void whatPeopleTypeIsUnderstoodHoweverTheyTypeIt(String table, String text, String code) {
        assertThat(CodeTables.get(table).parse(text).map(Code::code)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "CITY, 正处级, CITY_BUREAU_CHIEF",
        "PROVINCE, 正处级, PROVINCE_DIVISION_CHIEF",
        "COUNTY, 正处级, COUNTY_CHIEF",
        "CENTRAL, 正处级, CENTRAL_DIVISION",
        "CITY, 正局（处）级, CITY_BUREAU_CHIEF",
        "CITY, 副厅级, CITY_DEPUTY",
        "TOWNSHIP, 正科级, TOWNSHIP_CHIEF",
        "COUNTY, 正科级, COUNTY_SECTION_CHIEF",
        "CITY, 正科级, CITY_STAFF"
    })
    void aWordForARankMeansWhatItMeansAtThatLevel(String level, String text, String code) {
        assertThat(CodeTables.get("rank").parse(text, level).map(Code::code)).contains(code);
    }

    @Test
    void aWordForARankMeansNothingWithoutItsLevelWhenLevelsDisagree() {
        assertThat(CodeTables.get("rank").parse("正处级")).isEmpty();
        assertThat(CodeTables.get("rank").parse("市级正职").map(Code::code)).contains("CITY_CHIEF");
        assertThat(CodeTables.get("rank").parse("CITY_CHIEF", "COUNTY")).isEmpty();
    }

    @Test
    void aGradeNeverStandsForALeadingPostOfTheLevelAndIsReadWithACaution() {
        var ranks = CodeTables.get("rank");
        assertThat(ranks.parse("一级巡视员", "CITY").map(Code::code)).contains("CITY_BUREAU_CHIEF");
        assertThat(ranks.parse("一级调研员", "COUNTY").map(Code::code)).contains("COUNTY_SECTION_CHIEF");
        assertThat(ranks.caution("一级调研员", "CITY").orElseThrow().zh()).contains("一级调研员", "正局(处)级");
        assertThat(ranks.caution("正处级", "CITY")).isEmpty();
    }

    @Test
    void ranksStandInTheOrderOfTheStandard() {
        assertThat(CodeTables.get("rank").codes("CITY"))
                .extracting(Code::zh)
                .containsExactly("市级正职", "市级副职", "正局(处)级", "副局(处)级", "局(处)级以下");
    }

    @Test
    void nonsenseIsNotUnderstood() {
        assertThat(CodeTables.get("room-use").parse("办公室2")).isEmpty();
        assertThat(CodeTables.get("room-use").parse("")).isEmpty();
        assertThatThrownBy(() -> CodeTables.get("rooms")).hasMessage("No code table rooms");
    }
}

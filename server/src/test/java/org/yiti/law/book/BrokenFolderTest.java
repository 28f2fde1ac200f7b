package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yiti.law.LawIsMalformed;

/** The server does not start on a broken folder; it says which file, which line, and what is wrong there. */
class BrokenFolderTest {

    private static final String RULE = "rules/premises/halls/rule.yml";
    private static final String FIND = "rules/premises/halls/find.sql";
    private static final String CASES = "rules/premises/halls/cases.yml";
    private static final String PARAMETER = "rules/parameters/premises/hall-area.yml";

    private final TreeMap<String, String> folder = new TreeMap<>();

    BrokenFolderTest() {
        folder.put(RULE, """
                id: premises.halls
                code: OF-90
                title: { zh: 大厅超标, en: Hall too large }
                severity: violation
                subject: room
                basis: [{ source: 某办法, article: 第一条, text: 大厅不得超标。, from: 2020-01-01 }]
                confidence: verified
                parameters: [hall-area]
                watches: [premises.room]
                evidence: [{ name: area, zh: 面积, en: Area }]
                explain: { zh: "{title} {actual}", en: "{title} {actual}" }
                remedy: { zh: 缩小。, en: Make it smaller., due_days: 30 }
                """);
        folder.put(FIND, """
                select r.id as subject_id, r.institution_id, r.title, r.usable_area as actual
                  from room r cross join hall_area h -- as_of; not a second query
                 where r.usable_area > h.value and h.valid @> :as_of
                """);
        folder.put(CASES, """
                cases:
                  - { name: { zh: 大的应发现, en: a large one is found }, as_of: 2026-06-30, given: { room: [{ id: r }] }, finds: [{ subject: r }] }
                  - { name: { zh: 小的不发现, en: a small one is not }, as_of: 2026-06-30, finds: [] }
                """);
        folder.put(PARAMETER, """
                id: hall-area
                title: { zh: 大厅面积, en: Area of a hall }
                stricter: lower
                values:
                  - { from: 2020-01-01, confidence: verified, source: 某办法, value: 100 }
                  - { division: "330000", from: 2020-01-01, confidence: local, source: 某省办法, value: 80 }
                """);
    }

    @Test
    void aWholeFolderIsRead() {
        assertThat(LawFolder.read(folder).rules()).hasSize(1);
    }

    @Test
    void badYamlIsRefusedAtItsLine() {
        change(RULE, "severity: violation", "severity: [violation");
        assertThat(complaints()).singleElement().asString().startsWith(RULE + ":5 ");
    }

    @Test
    void aCharacterThatYamlCannotHaveIsRefused() {
        change(RULE, "大厅超标", "大厅\u0001超标");
        assertThat(complaints()).singleElement().asString().startsWith(RULE);
    }

    @Test
    void aFieldThatDoesNotExistIsRefusedAtItsLine() {
        change(RULE, "subject: room", "object: room");
        assertThat(complaints()).singleElement().asString().startsWith(RULE + ":5 object: is not a field");
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        change(RULE, "subject: room", "subject: room\nsubject: building");
        assertThat(complaints()).singleElement().asString().startsWith(RULE + ":6 subject: is there twice");
    }

    @Test
    void aParameterThatDoesNotExistIsRefused() {
        change(RULE, "[hall-area]", "[hall-aera]");
        assertThat(complaints())
                .singleElement()
                .asString()
                .isEqualTo(RULE + " parameters: there is no parameter hall-aera");
    }

    @Test
    void aParameterThatIsUsedAndNotNamedIsRefused() {
        change(RULE, "[hall-area]", "[]");
        assertThat(complaints()).singleElement().asString().contains("hall-area is used and not named");
    }

    @Test
    void aParameterThatIsNamedAndNotUsedIsRefused() {
        folder.put(FIND, "select 1 as subject_id -- hall_area");
        assertThat(complaints()).singleElement().asString().startsWith(FIND + " does not use the parameter hall-area");
    }

    @Test
    void whatANumberDependsOnNamesItsCodeTable() {
        change(
                PARAMETER,
                "values:\n  - { from: 2020-01-01, confidence: verified, source: 某办法, value: 100 }",
                "dimensions: [body]\nvalues:\n  - { from: 2020-01-01, confidence: verified, source: 某办法, rows: { SEDAN: 100 } }");
        change(PARAMETER, "value: 80", "rows: { SEDNA: 80 }");
        assertThat(complaints()).singleElement().asString().contains("codes: should name the code tables of [body]");
        change(PARAMETER, "values:", "codes: { body: vehicle-bodi }\nvalues:");
        assertThat(complaints()).singleElement().asString().contains("there is no code table vehicle-bodi");
        change(PARAMETER, "vehicle-bodi", "vehicle-body");
        assertThat(complaints()).singleElement().asString().contains("'SEDNA' is no code of vehicle-body");
        change(PARAMETER, "SEDNA", "SEDAN");
        change(FIND, "hall_area h", "hall_area h join room b on b.use = h.body");
        assertThat(LawFolder.read(folder).parameters()).hasSize(1);
    }

    @Test
    void aMissingFileIsRefused() {
        folder.remove(CASES);
        assertThat(complaints()).singleElement().asString().isEqualTo(CASES + " is missing");
        folder.remove(FIND);
        assertThat(complaints()).singleElement().asString().isEqualTo(FIND + " is missing");
    }

    @Test
    void aFileThatBelongsToNoRuleIsRefused() {
        folder.put("rules/premises/hals/find.sql", "select 1");
        folder.put("rules/premises/halls/unjuged.sql", "select 1");
        assertThat(complaints()).hasSize(2).allSatisfy(c -> assertThat(c).contains("belongs to no rule"));
    }

    @Test
    void aRuleWithoutACaseThatFindsOrOneThatDoesNotIsRefused() {
        change(CASES, "finds: [{ subject: r }]", "finds: []");
        assertThat(complaints()).singleElement().asString().startsWith(CASES + ":2 cases: no case finds anything");
        folder.put(CASES, folder.get(CASES).replace("finds: []", "finds: [{ subject: r }]"));
        assertThat(complaints()).singleElement().asString().startsWith(CASES + ":2 cases: no case finds nothing");
    }

    @Test
    void aCaseNamedInOneLanguageIsRefusedAtItsLine() {
        change(CASES, "zh: 小的不发现, ", "");
        assertThat(complaints()).singleElement().asString().startsWith(CASES + ":3 cases[].name: has no zh");
    }

    @Test
    void aCaseWithoutADayIsRefusedAtItsLine() {
        change(CASES, "is not }, as_of: 2026-06-30", "is not }, as_of: 2026-06-31");
        assertThat(complaints())
                .singleElement()
                .asString()
                .startsWith(CASES + ":3 cases[].as_of: '2026-06-31' is not a date");
    }

    @Test
    void aRegionThatLoosensANumberOfTheLawIsRefusedAtItsLine() {
        change(PARAMETER, "value: 80", "value: 120");
        assertThat(complaints())
                .singleElement()
                .asString()
                .startsWith(PARAMETER + ":6 hall-area: 120 of 330000 is looser than 100 of the country");
    }

    @Test
    void aPlaceInsideARegionMayNotLoosenItEither() {
        change(
                PARAMETER,
                "value: 80 }",
                "value: 80 }\n  - { division: \"330100\", from: 2021-01-01, confidence: local, source: 某市办法, value: 90 }");
        assertThat(complaints()).singleElement().asString().contains("90 of 330100 is looser than 80 of 330000");
    }

    @Test
    void evenAMereDefaultOfTheCountryIsNotLoosenedWithoutAReason() {
        change(PARAMETER, "confidence: verified", "confidence: local");
        change(PARAMETER, "value: 80", "value: 120");
        assertThat(complaints()).singleElement().asString().contains("120 of 330000 is looser than 100 of the country");
    }

    @Test
    void whereTheCountryHasOnlyADefaultARegionSetsItsOwnEitherWayAndSaysWhy() {
        change(PARAMETER, "confidence: verified", "confidence: local");
        change(PARAMETER, "value: 80", "note: 实测, value: 120");
        assertThat(LawFolder.read(folder).parameters()).hasSize(1);
    }

    @Test
    void aLaterDayThanThatOfTheLawIsLooserAndAnEarlierOneIsNot() {
        change(PARAMETER, "stricter: lower", "stricter: earlier\ntype: text");
        change(PARAMETER, "value: 100", "value: 03-31");
        change(PARAMETER, "value: 80", "value: 04-01");
        assertThat(complaints())
                .singleElement()
                .asString()
                .contains("hall-area: 04-01 of 330000 is looser than 03-31 of the country");
        change(PARAMETER, "value: 04-01", "value: 02-28");
        assertThat(LawFolder.read(folder).parameters()).hasSize(1);
        change(PARAMETER, "value: 02-28", "value: 02-30");
        assertThat(complaints()).singleElement().asString().contains("'02-30' is not a day of the year");
    }

    @Test
    void aCodeThatStandsBeforeTheOneOfTheLawIsLooser() {
        change(PARAMETER, "stricter: lower", "stricter: further\ntype: text\ncodes: { value: alcohol-ban }");
        change(PARAMETER, "value: 100", "value: ALL");
        change(PARAMETER, "value: 80", "value: HIGH_GRADE");
        assertThat(complaints()).singleElement().asString().contains("HIGH_GRADE of 330000 is looser than ALL");
    }

    @Test
    void ofBoundsTheLowerOneMayOnlyRiseAndTheUpperOneOnlyFall() {
        change(
                PARAMETER,
                "stricter: lower",
                "stricter: narrower\ndimensions: [bound]\ncodes: { bound: part-of-day-bound }");
        change(PARAMETER, "value: 100", "rows: { START: 8, END: 18 }");
        change(PARAMETER, "value: 80", "rows: { START: 9, END: 17 }");
        assertThat(LawFolder.read(folder).parameters()).hasSize(1);
        change(PARAMETER, "START: 9, END: 17", "START: 7, END: 19");
        assertThat(complaints())
                .hasSize(2)
                .anyMatch(c -> c.contains("7 of 330000 is looser than 8"))
                .anyMatch(c -> c.contains("19 of 330000 is looser than 18"));
    }

    @Test
    void aRowThatTheLawDoesNotHaveIsComparedWithWhatHoldsInstead() {
        change(PARAMETER, "stricter: lower", "stricter: lower\ndimensions: [tier]\ncodes: { tier: cap-tier }");
        change(PARAMETER, "value: 100", "rows: { NORMAL: 100 }");
        change(PARAMETER, "value: 80", "rows: { SPECIAL: 120 }");
        assertThat(LawFolder.read(folder).parameters()).hasSize(1);
        change(PARAMETER, "stricter: lower", "stricter: lower\notherwise: { tier: NORMAL }");
        assertThat(complaints()).singleElement().asString().contains("120 of 330000 is looser than 100 of the country");
        change(PARAMETER, "otherwise: { tier: NORMAL }", "otherwise: 0");
        assertThat(complaints())
                .singleElement()
                .asString()
                .contains("120 of 330000 is looser than 0, which holds where there is no row");
    }

    @Test
    void aNumberThatIsNoneIsRefusedAtItsLine() {
        change(PARAMETER, "value: 100", "value: hundred");
        assertThat(complaints()).singleElement().asString().startsWith(PARAMETER + ":5 ");
    }

    @Test
    void twoNumbersForTheSameDayAreRefused() {
        change(PARAMETER, "division: \"330000\", ", "");
        assertThat(complaints()).singleElement().asString().contains("is set for the same days as " + PARAMETER + ":5");
    }

    @Test
    void aCodeOrAParameterThatIsThereTwiceIsRefused() {
        folder.put("rules/parameters/fleet/hall-area.yml", folder.get(PARAMETER));
        for (var file : List.of(RULE, FIND, CASES)) {
            folder.put(file.replace("halls", "rooms"), folder.get(file).replace("premises.halls", "premises.rooms"));
        }
        assertThat(complaints())
                .containsExactlyInAnyOrder(
                        "rules/: the parameter hall-area is there twice", "rules/: the code OF-90 is there twice");
    }

    @Test
    void bothLanguagesNameTheSameColumns() {
        change(RULE, "en: \"{title} {actual}\"", "en: \"{title}\"");
        assertThat(complaints()).singleElement().asString().contains("should name the same columns");
    }

    @Test
    void everyComplaintIsMadeAtOnce() {
        change(RULE, "severity: violation", "severity: bad");
        change(PARAMETER, "value: 80", "value: 120");
        assertThat(complaints()).hasSize(2);
    }

    @Test
    void whatCouldTalkTheDatabaseOutOfItsLimitsIsRefused() {
        for (var question : List.of(
                "select 1 from hall_area; delete from room",
                "select '--' as x from hall_area) f; drop table premises.room; select * from (select 1",
                "select set_config('role', 'postgres', true) from hall_area",
                "select query_to_xml('select 1', true, true, '') from hall_area",
                "select pg_read_file('/etc/passwd') from hall_area",
                "select \"pg_sleep\"(1) from hall_area",
                "select U&\"set\\005fconfig\"('role', 'x', true) from hall_area",
                "select E'\\'' from hall_area",
                "select $$ -- $$ from hall_area",
                "select 1 from hall_area where now() > :today")) {
            folder.put(FIND, question);
            assertThat(complaints()).as(question).singleElement().asString().startsWith(FIND);
        }
    }

    private void change(String file, String from, String to) {
        assertThat(folder.get(file)).contains(from);
        folder.put(file, folder.get(file).replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }

    private List<String> complaints() {
        var refused = catchThrowableOfType(LawIsMalformed.class, () -> LawFolder.read(folder));
        assertThat(refused).as("refused").isNotNull();
        return refused.complaints();
    }
}

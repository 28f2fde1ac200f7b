package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;
import org.yiti.kernel.ledger.Category;
import org.yiti.safeguard.Eyes;
import tools.jackson.databind.json.JsonMapper;

class FindingEyesTest extends Journey {

    private static final String COLUMNS = """
            [{"name": "room", "zh": "房间", "en": "Room"},
             {"name": "person", "zh": "使用人", "en": "Occupant", "guard": "person"},
             {"name": "place", "zh": "地点", "en": "Place", "guard": "track"}]
            """;
    private static final Eyes NOTHING = Eyes.NOTHING_GUARDED;
    private static final Eyes NAMES = new Eyes(Set.of(Category.ORDINARY, Category.PERSONAL), false);

    @Autowired
    private FindingEyes eyes;

    @Autowired
    private JsonMapper json;

    private static FindingEyes.Looking looking(Eyes seeing, String kind) {
        return new FindingEyes.Looking(seeing, UUID.randomUUID(), UUID.randomUUID(), kind, UUID.randomUUID());
    }

    private String facts(Eyes seeing, String kind) {
        var facts = json.readTree("""
                {"room": "1001", "person": "欧阳修", "place": "青云路七号", "title": "欧阳修", "nobody": null}
                """);
        var told = eyes.facts(looking(seeing, kind), facts, COLUMNS);
        return "room=%s person=%s place=%s title=%s nobody=%s"
                .formatted(
                        told.apply("room"),
                        told.apply("person"),
                        told.apply("place"),
                        told.apply("title"),
                        told.apply("nobody"));
    }

    @Test
    void factsAreMaskedByWhatTheRuleSaysOfItsColumns() {
        assertThat(facts(NOTHING, "room")).contains("1001", "欧**", "place=***").doesNotContain("青云路");
        assertThat(facts(NAMES, "room")).contains("person=欧阳修").doesNotContain("青云路");
        assertThat(facts(Eyes.ALL_SEEING, "room")).contains("欧阳修", "青云路七号").doesNotContain("*");
    }

    @Test
    void aTitleIsMaskedWhereItIsWhatSomebodyIsCalled() {
        assertThat(eyes.title(looking(NOTHING, "person"), "欧阳修")).isEqualTo("欧**");
        assertThat(eyes.title(looking(NAMES, "person"), "欧阳修")).isEqualTo("欧阳修");
        assertThat(eyes.title(looking(NOTHING, "room"), "欧阳修")).isEqualTo("欧阳修");
        assertThat(facts(NOTHING, "person")).contains("title=欧**");
        assertThat(facts(NOTHING, "room")).contains("title=欧阳修");
    }

    @Test
    void evidenceIsMaskedRowByRow() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        rows.add(new HashMap<>(Map.of("room", "1001", "person", "欧阳修", "place", "青云路七号")));
        rows.add(new HashMap<>(Map.of("room", "1002")));

        eyes.mask(looking(NAMES, "room"), rows, COLUMNS);

        assertThat(rows.get(0)).containsEntry("person", "欧阳修").containsEntry("place", "***");
        assertThat(rows.get(1)).containsOnlyKeys("room");
    }

    @Test
    void whatStoodThereBeforeAStepIsMaskedHoweverDeep() {
        var details = new HashMap<String, Object>(
                Map.of("before", Map.of("evidence", List.of(Map.of("person", "欧阳修", "room", "1001"))), "reason", "x"));

        eyes.maskWithin(looking(NOTHING, "room"), details, COLUMNS);

        assertThat(details.toString())
                .contains("person=欧**", "room=1001", "reason=x")
                .doesNotContain("欧阳修");
    }

    @Test
    void noTitlesAreSearchedThatAreMaskedInAnyPartOfWhatOneReads() {
        add("organization/divisions", Map.of("code", "971930", "name", "题目市", "level", "市级"));
        var places = new ArrayList<UUID>();
        for (var code : List.of("FE-1", "FE-2")) {
            places.add(add(
                    "organization/institutions",
                    Map.of("code", code, "name", code, "kind", "政府机关", "level", "市级", "divisionCode", "971930")));
        }
        var reads = new Rights.Held(Set.of(Permission.READ, Permission.PERSONAL, Permission.TRACK), places.get(0));
        var more = new Rights.Held(Set.of(Permission.READ), places.get(1));

        assertThat(hidden(List.of(reads))).doesNotContain("person");
        assertThat(hidden(List.of(reads, more))).contains("person").doesNotContain("room");
    }

    private List<String> hidden(List<Rights.Held> held) {
        var account =
                new Account("finding-eyes", "看题目", Role.OFFICER, null, false, Rights.of(Purpose.DAILY, null, held));
        return Acting.as(account, null, null, eyes::hiddenSubjects);
    }
}

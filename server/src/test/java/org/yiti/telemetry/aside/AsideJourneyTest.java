package org.yiti.telemetry.aside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.yiti.Journey;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.BatchStore;
import org.yiti.telemetry.track.Position;
import org.yiti.telemetry.track.Receipt;
import org.yiti.telemetry.track.Saying;

/** What could not be stored is looked at, tried again, or laid down for a reason: by whom it concerns, and it is told. */
class AsideJourneyTest extends Journey {

    private static final String ASIDES = "/api/telemetry/set-aside";
    private static UUID office;
    private static UUID other;
    private static int phones = 1_397_000;

    @Autowired
    private BatchStore store;

    @BeforeEach
    void twoInstitutions() {
        if (office == null) {
            var division = freshDivision();
            add("organization/divisions", Map.of("code", division, "name", "搁置市", "level", "市级"));
            office = institution("SA-1", "搁置市人民政府", division);
            other = institution("SA-2", "搁置市档案馆", division);
        }
    }

    private UUID institution(String code, String name, String division) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", division));
    }

    private record Fitted(UUID id, int number, String phone) {}

    private Fitted terminal() {
        var phone = String.valueOf(++phones);
        var id = add("telemetry/terminals", Map.of("phone", phone, "institutionCode", "SA-1"));
        var number = database.sql("select number from telemetry.terminal where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        return new Fitted(id, number, phone);
    }

    private static Batch position(Fitted terminal) {
        return Batch.of(List.of(new Position(
                terminal.number(),
                Instant.parse("2026-10-01T00:00:00Z").getEpochSecond(),
                30_287_459,
                120_153_576,
                0,
                3,
                605,
                90,
                52,
                1234L,
                null,
                new byte[] {0x30, 1, 31})));
    }

    private void aside(Batch batch, String why) {
        store.setAside(batch, new DataIntegrityViolationException("no", new SQLException("ERROR: " + why, "23514")));
    }

    private List<Map<String, Object>> waiting(Fitted terminal, String more) {
        return items(get(officer(office), ASIDES + "?device=" + terminal.phone() + more));
    }

    private long stored(Fitted terminal) {
        return database.sql("select count(*) from telemetry.position where terminal = ?")
                .param(terminal.number())
                .query(Long.class)
                .single();
    }

    private Map<String, Object> retry(UUID who, Map<String, ?> what) {
        var answer = post(officer(who), ASIDES + "/retries", what);
        assertThat(answer).hasStatusOk();
        return json(answer);
    }

    private long told(String action, Object id) {
        return database.sql("select count(*) from safeguard.entry where action = ? and object = ?")
                .param(action)
                .param("telemetry.set_aside/" + id)
                .query(Long.class)
                .single();
    }

    @Test
    void itIsListedByWhatItIsAndOnlyToWhoseTerminalItWas() {
        var terminal = terminal();
        aside(position(terminal), "one reason");
        aside(Batch.of(new Saying(terminal.number(), 0x0702, 7, "2013", new byte[] {1})), "another reason");

        assertThat(waiting(terminal, "")).hasSize(2);
        assertThat(waiting(terminal, "&kind=MESSAGE"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("reason", "23514 ERROR: another reason")
                        .containsEntry("terminal", terminal.id().toString())
                        .containsEntry("institutionName", "搁置市人民政府"));
        assertThat(waiting(terminal, "&reason=23514 ERROR: one reason")).hasSize(1);
        assertThat(waiting(terminal, "&on=2001-01-01")).isEmpty();
        assertThat(waiting(terminal, "&discarded=true")).isEmpty();
        assertThat(items(get(officer(other), ASIDES + "?device=" + terminal.phone())))
                .isEmpty();
        var page = json(get(officer(office), ASIDES + "?limit=1&device=" + terminal.phone()));
        assertThat(page).containsEntry("count", 2);
        assertThat((List<?>) page.get("reasons")).hasSize(2);
        assertThat(waiting(terminal, "&limit=1&after=" + page.get("next"))).hasSize(1);
    }

    @Test
    void oneIsDecodedAndThatItWasReadIsKept() {
        var terminal = terminal();
        aside(position(terminal), "why");
        aside(Batch.of(new Saying(terminal.number(), 0x0002, 7, "2013", new byte[0])), "why");
        var position = waiting(terminal, "&kind=POSITION").get(0).get("id");
        var message = waiting(terminal, "&kind=MESSAGE").get(0).get("id");

        assertThat(first(json(get(officer(office), ASIDES + "/" + position)).get("positions")))
                .containsEntry("latitude", 30.287459)
                .containsEntry("speed", 60.5)
                .containsEntry("odometer", 123.4)
                .containsEntry("extras", "30011f");
        assertThat(first(json(get(officer(office), ASIDES + "/" + message)).get("messages")))
                .containsEntry("kind", "0x0002")
                .containsEntry("name", "终端心跳");
        assertThat(told("aside.read", position)).isEqualTo(1);
        assertThat(get(officer(other), ASIDES + "/" + position)).hasStatus(404);
    }

    @Test
    void whatCanBeStoredNowIsTakenAndGoneAndWhatCannotStaysWithWhy() {
        var terminal = terminal();
        var command = UUID.fromString(String.valueOf(json(post(
                        officer(office),
                        "/api/telemetry/terminals/" + terminal.id() + "/commands",
                        Map.of("command", "TEXT", "body", Map.of("text", "停车"))))
                .get("id")));
        aside(position(terminal), "mended");
        aside(Batch.of(new Receipt(command, true, null, "{\"text\":\"\\u0000\"}")), "mended");
        var ids = waiting(terminal, "").stream().map(one -> one.get("id")).toList();
        var mended = waiting(terminal, "&kind=POSITION").get(0).get("id");

        assertThat(retry(other, Map.of("ids", ids))).containsEntry("taken", 0).containsEntry("left", 0);
        assertThat(retry(office, Map.of()))
                .as("nothing chosen")
                .containsEntry("taken", 0)
                .containsEntry("left", 0);
        assertThat(retry(office, Map.of("ids", ids))).containsEntry("taken", 1).containsEntry("left", 1);

        assertThat(stored(terminal)).isEqualTo(1);
        assertThat(waiting(terminal, "")).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("kind", "ANSWER").containsEntry("tries", 1);
            assertThat(String.valueOf(one.get("reason"))).startsWith("22P05 ");
        });
        assertThat(told("aside.taken", mended)).isEqualTo(1);
    }

    @Test
    void allOfAReasonAreTriedAtOnce() {
        var terminal = terminal();
        var why = "of " + terminal.phone();
        aside(position(terminal), why);
        aside(Batch.of(new Saying(terminal.number(), 0x0702, 7, "2013", new byte[] {1})), why);
        aside(Batch.of(new Saying(terminal.number(), 0x0702, 8, "2013", new byte[] {1})), "other");

        assertThat(retry(office, Map.of("reason", "23514 ERROR: " + why)))
                .containsEntry("taken", 2)
                .containsEntry("more", false);
        assertThat(waiting(terminal, "")).hasSize(1);
    }

    @Test
    void whatIsDiscardedForAReasonWaitsNoMoreAndComesUpNoMore() {
        var terminal = terminal();
        aside(position(terminal), "useless");
        var id = waiting(terminal, "").get(0).get("id");

        assertThat(post(officer(office), ASIDES + "/discards", Map.of("ids", List.of(id), "note", " ")))
                .hasStatus(422);
        assertThat(json(post(officer(other), ASIDES + "/discards", Map.of("ids", List.of(id), "note", "测试"))))
                .containsEntry("discarded", 0);
        assertThat(json(post(officer(office), ASIDES + "/discards", Map.of("ids", List.of(id), "note", "终端测试数据"))))
                .containsEntry("discarded", 1);
        aside(position(terminal), "useless");

        assertThat(waiting(terminal, "")).isEmpty();
        assertThat(waiting(terminal, "&discarded=true"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("note", "终端测试数据"));
        assertThat(retry(office, Map.of("ids", List.of(id)))).containsEntry("taken", 0);
        assertThat(told("aside.discarded", id)).isEqualTo(1);
        assertThat(stored(terminal)).isZero();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Object list) {
        return ((List<Map<String, Object>>) list).get(0);
    }
}

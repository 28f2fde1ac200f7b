package org.yiti.telemetry.where;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.BatchStore;
import org.yiti.telemetry.track.Position;

/** Two institutions with terminals that tell where they are. */
abstract class WhereJourney extends Journey {

    static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    static final int LAT = 30_287_459;

    static final int LON = 120_153_576;

    static final int TEN_METRES = 90;

    static UUID office;

    static UUID other;

    static int phones = 1_380_000;

    @Autowired
    BatchStore store;

    @Autowired
    Clock clock;

    @BeforeEach
    void twoInstitutions() {
        if (office != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "970800", "name", "行踪市", "level", "市级"));
        office = institution("WH-1", "行踪市人民政府");
        other = institution("WH-2", "行踪市档案馆");
    }

    static Account holding(String name, Permission... permissions) {
        return new Account(
                name,
                "持部分权限的人",
                Role.OFFICER,
                office,
                false,
                Rights.of(Purpose.DAILY, null, List.of(new Rights.Held(Set.of(permissions), office))));
    }

    UUID institution(String code, String name) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", name, "kind", "政府机关", "level", "市级", "divisionCode", "970800"));
    }

    record Fitted(UUID id, int number, String phone) {}

    Fitted terminal(String institution) {
        var phone = String.valueOf(++phones);
        var id = add("telemetry/terminals", Map.of("phone", phone, "institutionCode", institution));
        var number = database.sql("select number from telemetry.terminal where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        return new Fitted(id, number, phone);
    }

    static Position at(Fitted terminal, Instant when, int metresNorth, int speed, int status) {
        var lat = LAT + metresNorth * TEN_METRES / 10;
        return new Position(
                terminal.number(), when.getEpochSecond(), lat, LON, 0, status, speed, 0, 10, null, 405, new byte[0]);
    }

    static Position placed(Fitted terminal, Instant when, int lat, int lon, int fuel) {
        return new Position(
                terminal.number(), when.getEpochSecond(), lat, lon, 0, 3, 0, 0, 10, null, fuel, new byte[0]);
    }

    void told(Position... positions) {
        store.store(List.of(Batch.of(List.of(positions))));
    }

    static Instant on(int hour, int minute, int second) {
        return DAY.atTime(hour, minute, second).atZone(HERE).toInstant();
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> now(Account account, Fitted terminal, String... query) {
        var all = (List<Map<String, Object>>) json(get(account, "/api/telemetry/now" + String.join("", query)))
                .get("terminals");
        return all.stream()
                .filter(one -> one.get("phone").equals(terminal.phone()))
                .findFirst()
                .orElse(Map.of());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> place(Map<String, Object> terminal) {
        return terminal.get("place") == null ? Map.of() : (Map<String, Object>) terminal.get("place");
    }

    /** What follows the storing does so within a second or two. */
    void awaitLatest(Fitted terminal, Instant at) {
        Soon.soon(
                "the latest position",
                () -> database.sql("select count(*) from telemetry.latest where terminal = ? and at = ?")
                        .params(terminal.number(), Timestamp.from(at))
                        .query(Long.class)
                        .single(),
                rows -> rows == 1);
    }

    static Map<String, Object> search(Instant from, Instant to) {
        var body = new HashMap<String, Object>(
                Map.of("latitude", LAT / 1e6, "longitude", LON / 1e6, "metres", 100, "purpose", "INSPECTION"));
        body.putAll(Map.of("from", from.toString(), "to", to.toString(), "reason", "核实停车投诉"));
        return body;
    }

    void fitted(Fitted terminal, UUID institution, String plate, LocalDate from, @Nullable LocalDate until) {
        database.sql(
                        "insert into telemetry.fitting (terminal, institution_id, plate, valid, present) values (?, ?, ?, daterange(?::date, ?::date), false)")
                .param(terminal.number())
                .param(institution)
                .param(plate)
                .param(from)
                .param(until)
                .update();
    }
}

package org.yiti.identity.access;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Premises and meters of a few institutions, written at random: rows added, moved, handed over and removed, several at once. */
final class RandomPremises {

    /** By table: columns and values of a new row. What stands in braces is an id, with a question mark or none. */
    private static final Map<String, String> ADDED = Map.ofEntries(
            Map.entry("premises.site", "(code, name) values ({new}, '院')"),
            Map.entry(
                    "premises.building",
                    "(code, name, acquisition, title_status, building_area, storeys, site_id) values ({new}, '楼', 'BUILT', 'OWNED', 9, 3, {site})"),
            Map.entry("premises.floor", "(number, building_id) values ({number}, {building})"),
            Map.entry(
                    "premises.room",
                    "(number, use, usable_area, building_id, floor_id) select {new}, 'OFFICE', 9, building_id, id from premises.floor where id = {floor}"),
            Map.entry("premises.occupancy", "(department_id, starts_on, room_id) values ({new}, '2026-01-01', {room})"),
            Map.entry(
                    "premises.lease",
                    "(contract_no, direction, place, counterparty, counterparty_kind, area, rent_per_year, starts_on, building_id)"
                            + " values ({new}, 'IN', '某处', '某人', '私人', 1, 1, '2026-01-01', {building?})"),
            Map.entry(
                    "premises.use_agreement",
                    "(agreement_no, area, starts_on, building_id) values ({new}, 1, '2026-01-01', {building})"),
            Map.entry(
                    "premises.service_charge",
                    "(month, kind, amount, building_id) values ('2026-01-01', {new}, 1, {building})"),
            Map.entry(
                    "premises.project",
                    "(code, name, kind, purpose, building_id) values ({new}, '修缮', 'OVERHAUL', 'OFFICE', {building?})"),
            Map.entry(
                    "premises.idle_disposal",
                    "(plan_no, way, area, decided_on, building_id) values ({new}, 'LEASE', 1, '2026-01-01', {building})"),
            Map.entry(
                    "premises.property_contract",
                    "(contract_no, supplier, starts_on, building_id) values ({new}, '某公司', '2026-01-01', {building?})"),
            Map.entry(
                    "energy.consumption",
                    "(energy_kind, month, amount, building_id) values ({new}, '2026-01-01', 1, {building?})"),
            Map.entry(
                    "energy.meter",
                    "(code, name, energy_kind, level, site_id, building_id, parent_id) values ({new}, '表', 'ELECTRICITY', '1', {site?}, {building?}, {meter?})"));

    private static final List<String> TABLES = ADDED.keySet().stream().sorted().toList();

    private static final Map<String, List<String>> MOVED = Map.of(
            "premises.building", List.of("site_id = {site}"),
            "premises.room",
                    List.of(
                            "(building_id, floor_id) = (select building_id, id from premises.floor where id = {floor})"),
            "premises.occupancy", List.of("room_id = {room}"),
            "premises.site", List.of("name = '别院'"),
            "energy.meter", List.of("site_id = {site?}", "building_id = {building?}", "parent_id = {meter?}"));

    private static final Pattern NAMED = Pattern.compile("\\{(new|number|site|building|floor|room|meter)(\\?)?}");

    private final JdbcClient database;
    private final Random random;
    private final List<UUID> institutions;
    int refused;
    int written;

    RandomPremises(JdbcClient database, Random random, List<UUID> institutions) {
        this.database = database;
        this.random = random;
        this.institutions = institutions;
    }

    /** One of each kind, so that there is something to use. */
    void begin() {
        for (var kind : List.of("site", "building", "floor", "room")) {
            for (var i = 0; i < 4; i++) {
                add("premises." + kind);
            }
        }
    }

    /** A statement, which the house may refuse: what is still used is not removed, and nothing hangs on itself. */
    void write() {
        var table = TABLES.get(random.nextInt(TABLES.size()));
        try {
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> add(table);
                case 4, 5 -> change(table);
                case 6 -> merge(table);
                default -> update("delete from " + table + some(table));
            }
            written++;
        } catch (DataIntegrityViolationException inUse) {
            refused++;
        }
    }

    private void add(String table) {
        update(inserting(table, UUID.nameUUIDFromBytes(bytes())));
    }

    /** As whoever loads rows says it: what is there is changed, what is not is added. */
    private void merge(String table) {
        var named = named(MOVED.getOrDefault(table, List.of()));
        update(inserting(table, pick(table))
                + " on conflict (id) do update set institution_id = excluded.institution_id" + named);
    }

    private void change(String table) {
        var moved = MOVED.getOrDefault(
                table, List.of("building_id = {building" + (ADDED.get(table).contains("{building?}") ? "?}" : "}")));
        var set = random.nextInt(3) == 0 ? "institution_id = '" + institution() + "'" : one(moved);
        update("update " + table + " set " + set + some(table));
    }

    private String named(List<String> moved) {
        return moved.isEmpty() ? "" : ", " + one(moved);
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String some(String table) {
        return " where id in (select id from " + table + " order by md5(id::text || " + random.nextInt() + ") limit "
                + (1 + random.nextInt(4)) + ")";
    }

    private String inserting(String table, UUID id) {
        return "insert into " + table + " "
                + ADDED.get(table)
                        .replaceFirst("\\(", "(id, institution_id, ")
                        .replaceFirst("values \\(|select ", "$0'" + id + "', '" + institution() + "', ");
    }

    private void update(String sql) {
        database.sql(NAMED.matcher(sql).replaceAll(found -> switch (found.group(1)) {
                    case "new" -> "'" + UUID.nameUUIDFromBytes(bytes()) + "'";
                    case "number" -> String.valueOf(random.nextInt(100_000));
                    default ->
                        found.group(2) != null && random.nextInt(3) == 0
                                ? "null"
                                : "'"
                                        + pick((found.group(1).equals("meter") ? "energy." : "premises.")
                                                + found.group(1))
                                        + "'";
                }))
                .update();
    }

    private UUID pick(String table) {
        var all = database.sql("select id from " + table + " order by id")
                .query(UUID.class)
                .list();
        return all.isEmpty() ? UUID.nameUUIDFromBytes(bytes()) : all.get(random.nextInt(all.size()));
    }

    private UUID institution() {
        return institutions.get(random.nextInt(institutions.size()));
    }

    private byte[] bytes() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }
}

package org.yiti.premises.stackplan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.code.CodeTables;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.premises.PremisesRefusal;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Sight;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A building as its floors and rooms: who sits where on a day, on how much, and how much they may have. */
@Component
class StackPlanQueries {

    record Named(UUID id, String name) {}

    record Building(
            UUID id,
            String name,
            String code,
            BigDecimal buildingArea,
            @Nullable BigDecimal usableArea,
            int storeys,
            int storeysBelow,
            Named institution) {}

    record Occupant(UUID id, String name, String rank, String rankName) {}

    /**
     * @param limit m² that all occupants together may have; null where the law sets none
     * @param state OCCUPIED, SHARED, IDLE, OVER or, for what is no office, NOT_OFFICE
     */
    record Room(
            UUID id,
            String number,
            String use,
            BigDecimal usableArea,
            @Nullable String wing,
            String state,
            List<Occupant> occupants,
            @Nullable String departmentName,
            Named institution,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal excess) {}

    record Floor(
            UUID id,
            int number,
            @Nullable String name,
            @Nullable BigDecimal usableArea,
            List<Room> rooms) {}

    record UseTotal(String use, long rooms, BigDecimal area) {}

    record Summary(
            long rooms,
            BigDecimal usableArea,
            List<UseTotal> byUse,
            long idleRooms,
            BigDecimal idleArea,
            long overRooms,
            BigDecimal overArea) {}

    /** @param hiddenRooms rooms of others, which whoever only uses some of the building does not see */
    record StackPlan(Building building, LocalDate on, Summary summary, List<Floor> floors, long hiddenRooms) {}

    private record PersonRow(UUID id, String name, String rank) {}

    private static final String ROOMS = """
            with people as (
                select o.room_id, jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'rank', coalesce(s.rank, p.rank)) order by p.code) as who,
                       count(*) as n,
                       case when bool_and(a.value is not null) then sum(a.value) end as may_have, max(t.value) as toilet
                  from premises.occupancy o
                  join premises.room r on r.id = o.room_id and r.building_id = :building
                  join organization.person p on p.id = o.person_id
                  left join facts.person_state s on s.person_id = p.id and s.valid @> :on::date
                  join facts.institution i on i.id = coalesce(s.institution_id, p.institution_id)
                  left join facts.office_area_per_person a on a.division = i.division and a.level = i.level
                       and a.rank = coalesce(s.rank, p.rank) and a.valid @> :on::date
                  left join facts.office_toilet_area t on t.division = i.division and t.level = i.level
                       and t.rank = coalesce(s.rank, p.rank) and t.valid @> :on::date
                 where :on::date between o.starts_on and coalesce(o.ends_on, 'infinity')
                 group by o.room_id),
            teams as (
                select o.room_id, string_agg(d.name, '、') as names
                  from premises.occupancy o join organization.department d on d.id = o.department_id
                 where :on::date between o.starts_on and coalesce(o.ends_on, 'infinity')
                 group by o.room_id)
            select f.id as floor_id, f.number as floor_number, case when g.floor_id is null then f.name else g.name end as floor_name,
                   case when g.floor_id is null then f.usable_area else g.usable_area end as floor_area,
                   r.id, r.number, coalesce(s.use, r.use) as use, coalesce(s.usable_area, r.usable_area) as usable_area, r.wing, i.id as institution_id, i.name as institution_name,
                   coalesce(p.who, '[]') as who, coalesce(p.n, 0) as n, t.names as teams,
                   -- as the rule has it: a room that a department uses as well has no limit, own toilets do not count for some
                   case when t.names is null then p.may_have end as may_have,
                   least(coalesce(r.toilet_area, 0), coalesce(p.toilet, 0)) as spared
              from premises.floor f
              left join facts.floor_state g on g.floor_id = f.id and g.valid @> :on::date
              left join premises.room r on r.floor_id = f.id
              left join facts.room_state s on s.room_id = r.id and s.valid @> :on::date
              left join organization.institution i on i.id = coalesce(s.institution_id, r.institution_id)
              left join people p on p.room_id = r.id
              left join teams t on t.room_id = r.id
             where f.building_id = :building
             order by f.number desc, r.wing nulls first, r.number
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Scope scope;
    private final Masking masking;
    private final Column name;
    private final BuildingOnDay buildings;

    StackPlanQueries(
            JdbcClient database,
            JsonMapper json,
            Scope scope,
            Masking masking,
            Ledgers ledgers,
            BuildingOnDay buildings) {
        this.buildings = buildings;
        this.masking = masking;
        this.name = ledgers.get("organization.person").column("name");
        this.database = database;
        this.json = json;
        this.scope = scope;
    }

    @Transactional(readOnly = true)
    public StackPlan get(UUID id, LocalDate on) {
        return Unscoped.because(
                "whoever owns a building sees who sits there, whoever uses rooms of it sees these: decided below",
                () -> plan(id, on));
    }

    private StackPlan plan(UUID id, LocalDate on) {
        var building = buildings.on(id, on);
        var sight = masking.sight();
        var aside = sight.aside();
        var isOwn = scope.contains(buildings.holder(id));
        Map<UUID, Floor> floors = new LinkedHashMap<>();
        database.sql(ROOMS).param("building", id).param("on", on).query(row -> {
            var floorId = row.getObject("floor_id", UUID.class);
            if (!floors.containsKey(floorId)) {
                floors.put(
                        floorId,
                        new Floor(
                                floorId,
                                row.getInt("floor_number"),
                                row.getString("floor_name"),
                                row.getBigDecimal("floor_area"),
                                new ArrayList<>()));
            }
            if (row.getObject("id") != null) {
                Objects.requireNonNull(floors.get(floorId))
                        .rooms()
                        .add(room(row, isOwn || isInScope(row) ? sight : aside));
            }
        });
        var whole = List.copyOf(floors.values());
        if (isOwn) {
            return new StackPlan(building, on, summary(rooms(whole)), whole, 0);
        }
        return ofTenant(building, on, whole);
    }

    private boolean isInScope(ResultSet row) throws SQLException {
        return scope.contains(row.getObject("institution_id", UUID.class));
    }

    /** Whoever uses rooms of somebody else's building sees these and no others. */
    private StackPlan ofTenant(Building building, LocalDate on, List<Floor> whole) {
        var own = whole.stream()
                .map(floor -> new Floor(
                        floor.id(),
                        floor.number(),
                        floor.name(),
                        null,
                        floor.rooms().stream()
                                .filter(room ->
                                        scope.contains(room.institution().id()))
                                .toList()))
                .filter(floor -> !floor.rooms().isEmpty())
                .toList();
        if (own.isEmpty()) {
            throw new Refused(PremisesRefusal.BUILDING_NOT_FOUND);
        }
        var seen = rooms(own);
        return new StackPlan(building, on, summary(seen), own, rooms(whole).size() - seen.size());
    }

    private static List<Room> rooms(List<Floor> floors) {
        return floors.stream().flatMap(floor -> floor.rooms().stream()).toList();
    }

    private Room room(ResultSet row, Sight sight) throws SQLException {
        var institution = row.getObject("institution_id", UUID.class);
        var eyes = sight.at(institution);
        var people = json.readValue(row.getString("who"), new TypeReference<List<PersonRow>>() {}).stream()
                .map(person -> new Occupant(
                        person.id(),
                        String.valueOf(eyes.seen(
                                new Place("organization.person", person.id(), institution, name.name()),
                                name.grading(),
                                person.name())),
                        person.rank(),
                        rankName(person.rank())))
                .toList();
        var area = row.getBigDecimal("usable_area");
        var limit = row.getBigDecimal("may_have");
        var excess = limit == null
                ? null
                : area.subtract(row.getBigDecimal("spared")).subtract(limit);
        excess = excess == null || excess.signum() <= 0 ? null : excess;
        var office = "OFFICE".equals(row.getString("use"));
        return new Room(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("use"),
                area,
                row.getString("wing"),
                state(office, people.size(), row.getString("teams"), excess),
                people,
                row.getString("teams"),
                new Named(row.getObject("institution_id", UUID.class), row.getString("institution_name")),
                office ? limit : null,
                office ? excess : null);
    }

    private static String state(boolean office, int people, @Nullable String teams, @Nullable BigDecimal excess) {
        if (!office) {
            return "NOT_OFFICE";
        }
        if (excess != null) {
            return "OVER";
        }
        return people == 0 && teams == null ? "IDLE" : people > 1 ? "SHARED" : "OCCUPIED";
    }

    private static String rankName(String rank) {
        return CodeTables.get("rank").find(rank).map(code -> code.zh()).orElse(rank);
    }

    private static Summary summary(List<Room> rooms) {
        var byUse = new LinkedHashMap<String, List<Room>>();
        rooms.forEach(room ->
                byUse.computeIfAbsent(room.use(), use -> new ArrayList<>()).add(room));
        var idle = rooms.stream().filter(room -> room.state().equals("IDLE")).toList();
        var over = rooms.stream().filter(room -> room.state().equals("OVER")).toList();
        return new Summary(
                rooms.size(),
                area(rooms),
                byUse.entrySet().stream()
                        .map(use -> new UseTotal(use.getKey(), use.getValue().size(), area(use.getValue())))
                        .toList(),
                idle.size(),
                area(idle),
                over.size(),
                over.stream()
                        .map(room -> room.excess() == null ? BigDecimal.ZERO : room.excess())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal area(List<Room> rooms) {
        return rooms.stream().map(Room::usableArea).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

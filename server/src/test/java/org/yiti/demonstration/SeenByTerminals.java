package org.yiti.demonstration;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.yiti.TestDatabase;
import org.yiti.detect.Fact;
import org.yiti.detect.Timeline;
import org.yiti.detect.Window;
import org.yiti.detect.geo.Circle;
import org.yiti.detect.vehicle.CleaningSettings;
import org.yiti.detect.vehicle.Fence;
import org.yiti.detect.vehicle.Gauges;
import org.yiti.detect.vehicle.Position;
import org.yiti.detect.vehicle.Positions;
import org.yiti.detect.vehicle.SpeedLimit;
import org.yiti.detect.vehicle.VehicleDetectors;
import org.yiti.detect.vehicle.VehicleSettings;
import tools.jackson.databind.json.JsonMapper;

/** Straight into the facts that rules read, by the detectors of the house: how servers fold positions is tested elsewhere. */
final class SeenByTerminals {
    private final TestDatabase database;
    private final JsonMapper json = new JsonMapper();

    SeenByTerminals(TestDatabase database) {
        this.database = database;
    }

    void take(Demonstration world, Instant asOf) {
        world.sightings().collect(groupingBy(Sighting::plate)).values().forEach(told -> fold(told, asOf));
    }

    private void fold(List<Sighting> told, Instant asOf) {
        var limits = database
                .jdbc()
                .sql("select distinct trim_scale(value) from facts.speed_cap")
                .query(BigDecimal.class)
                .list()
                .stream()
                .map(kmh -> SpeedLimit.everywhere(kmh.toPlainString(), kmh.doubleValue()))
                .toList();
        var timeline = Timeline.start(
                new Positions(CleaningSettings.DEFAULTS),
                VehicleDetectors.all(VehicleSettings.DEFAULTS, limits, fences(told.get(0))),
                new Window(Duration.ofHours(6), Duration.ofHours(1)),
                told.get(0).plate());
        var facts = new HashMap<Fact.Id, Fact>();
        var some = new ArrayList<Position>();
        for (var one : told) {
            some.add(position(one));
            if (some.size() == 500 || one == told.get(told.size() - 1)) {
                var changes = timeline.add(List.copyOf(some));
                changes.withdrawn().forEach(facts::remove);
                changes.asserted().forEach(fact -> facts.put(fact.id(), fact));
                some.clear();
            }
        }
        timeline.openAt(asOf.toEpochMilli()).stream()
                .filter(fact -> fact.kind().equals("vehicle.silence"))
                .forEach(fact -> facts.put(fact.id(), fact));
        write(told.get(0), List.copyOf(facts.values()));
    }

    private List<Fence> fences(Sighting of) {
        return database.jdbc()
                .sql("""
                        select f.id, f.latitude, f.longitude, f.radius from telemetry.fenced f
                          join telemetry.terminal t on t.number = f.terminal where t.phone = :phone and t.plate = :plate order by f.id
                        """)
                .param("phone", of.phone())
                .param("plate", of.plate())
                .query((row, n) ->
                        new Fence(row.getString(1), new Circle(row.getDouble(2), row.getDouble(3), row.getDouble(4))))
                .list();
    }

    private static Position position(Sighting one) {
        return new Position(
                one.second() * 1000,
                one.second() * 1000,
                one.latitude(),
                one.longitude(),
                new Gauges(one.kmh(), one.odometer(), one.litres()),
                Position.FIXED | Position.IGNITION_KNOWN | (one.ignition() ? Position.IGNITION_ON : 0));
    }

    private void write(Sighting of, List<Fact> facts) {
        // one round trip for hundreds of them
        new NamedParameterJdbcTemplate(database.dataSource())
                .batchUpdate("""
                        insert into telemetry.fact (terminal, kind, about, started_at, ended_at, known_at, settled, figures)
                        select number, :kind, :about, to_timestamp(:started / 1000.0), to_timestamp(:ended / 1000.0),
                               to_timestamp(:known / 1000.0), :settled, :figures::jsonb
                          from telemetry.terminal where phone = :phone and plate = :plate
                        """, facts.stream().map(fact -> row(of, fact)).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(Sighting of, Fact fact) {
        Map<String, Object> figures = new HashMap<>(fact.figures());
        figures.values().removeIf(figure -> figure instanceof Double number && !Double.isFinite(number));
        return new MapSqlParameterSource()
                .addValue("kind", fact.id().kind())
                .addValue("about", fact.id().about())
                .addValue("started", fact.id().start())
                .addValue("ended", fact.end())
                .addValue("known", fact.known())
                .addValue("settled", fact.settled())
                .addValue("figures", json.writeValueAsString(figures))
                .addValue("phone", of.phone())
                .addValue("plate", of.plate());
    }
}

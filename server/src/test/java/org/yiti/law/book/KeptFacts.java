package org.yiti.law.book;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts the database keeps of other facts as these come: cases give the latter, the former follow. */
final class KeptFacts {

    private static final Map<String, Set<String>> MADE_OF = Map.of(
            "filling", Set.of("fuel_record"),
            "vehicle_month", Set.of("trip", "vehicle"),
            "trip_outside_orders", Set.of("trip", "dispatch_order"),
            "trip_past_order", Set.of("trip", "dispatch_order"));

    private static final String OUTSIDE_ORDERS = """
            insert into pg_temp.trip_outside_orders
            select id, institution_id, vehicle_id, started_at, ended_at, kilometres, odometer, order_no, origin, destination
              from pg_temp.trip t
             where not exists (select from pg_temp.dispatch_order o
                                where o.vehicle_id = t.vehicle_id and o.approved and t.started_at between o.planned_start and o.planned_end)
            """;

    private static final String PAST_ORDERS = """
            insert into pg_temp.trip_past_order (trip_id, order_id, vehicle_id, institution_id, started_at, ended_at)
            select t.id, o.id, t.vehicle_id, t.institution_id, t.started_at, t.ended_at
              from pg_temp.trip t
              join pg_temp.dispatch_order o on o.vehicle_id = t.vehicle_id and o.order_no = t.order_no and o.approved
               and t.ended_at > o.planned_end and t.ended_at < o.planned_end + interval '1 month'
            """;

    private static final String MONTHS =
            "select 'insert into pg_temp.vehicle_month (vehicle_id, institution_id, month, trips, kilometres, first_started_at, last_started_at,"
                    + " last_ended_at, earliest, latest, days, farthest, reach) ' || fleet.months_of('pg_temp.trip', 'pg_temp.vehicle')";

    private static final String FILLINGS =
            "select 'insert into pg_temp.filling (id, institution_id, vehicle_id, fuelled_at, litres, odometer, closes, before_id, before_at,"
                    + " metered_id, metered_odometer, opened_at, opened_odometer, added) ' || fleet.fillings_of('pg_temp.fuel_record')";

    private KeptFacts() {}

    static Set<String> madeOf(Set<String> relations) {
        return relations.stream()
                .flatMap(relation -> MADE_OF.getOrDefault(relation, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** @param relations temporary tables that stand, those that are made of others still empty */
    static void fill(Statement statement, Set<String> relations) throws SQLException {
        statement.execute("reset role");
        if (relations.contains("trip_outside_orders")) {
            statement.execute(OUTSIDE_ORDERS);
        }
        if (relations.contains("trip_past_order")) {
            statement.execute(PAST_ORDERS);
        }
        if (relations.contains("vehicle_month")) {
            execute(statement, MONTHS);
        }
        if (relations.contains("filling")) {
            execute(statement, FILLINGS);
        }
        statement.execute("set local role rule_reader");
    }

    private static void execute(Statement statement, String question) throws SQLException {
        try (var sql = statement.executeQuery(question)) {
            sql.next();
            statement.getConnection().createStatement().execute(sql.getString(1));
        }
    }
}

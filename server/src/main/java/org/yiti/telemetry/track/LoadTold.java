package org.yiti.telemetry.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.telemetry.LoadPositions;
import org.yiti.telemetry.ToldPosition;

/** Some thousand positions a transaction, on the way that those of terminals go. */
@Component
class LoadTold implements LoadPositions {

    private static final int AT_ONCE = 5_000;
    private static final byte[] NONE = {};

    private record Fitted(String phone, String plate) {}

    private final JdbcClient database;
    private final BatchStore store;

    LoadTold(JdbcClient database, BatchStore store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public void load(Stream<ToldPosition> positions) {
        Map<Fitted, Optional<Integer>> numbers = new HashMap<>();
        var some = new ArrayList<Position>();
        positions.forEach(told -> {
            numbers.computeIfAbsent(new Fitted(told.phone(), told.plate()), this::number)
                    .ifPresent(number -> some.add(position(number, told)));
            if (some.size() == AT_ONCE) {
                store.store(List.of(Batch.of(List.copyOf(some))));
                some.clear();
            }
        });
        if (!some.isEmpty()) {
            store.store(List.of(Batch.of(some)));
        }
    }

    private Optional<Integer> number(Fitted fitted) {
        return database.sql(
                        "select number from telemetry.terminal where phone = ? and plate = ? order by number limit 1")
                .param(fitted.phone())
                .param(fitted.plate())
                .query(Integer.class)
                .optional();
    }

    private static Position position(int number, ToldPosition p) {
        return new Position(
                number,
                p.second(),
                p.latitude(),
                p.longitude(),
                0,
                p.status(),
                p.speed(),
                p.direction(),
                0,
                p.odometer(),
                p.fuel(),
                NONE);
    }
}

package org.yiti.telemetry.where;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.telemetry.TelemetryRefusal;

/** The ways of terminals past a place. */
@Component
class Ways {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int MOST_POSITIONS = 300_000;
    /** A minute's drive: a car passes between two positions that both lie outside. */
    private static final int MARGIN_METRES = 2000;

    private static final double MILLIONTHS_OF_A_METRE = 1e6 / 111_195;

    /** Terminal by terminal, each a piece of the index: what is asked for is a little of the time of many. */
    private static final String NEAR = """
            select n.number, p.* from unnest(:numbers) n (number)
             cross join lateral (
                   select extract(epoch from at)::bigint as second, lat, lon
                      from telemetry.told(n.number, :from, :to::timestamptz + interval '1 second')
                    where at <= :to and lat between :south and :north and lon between :west and :east and telemetry.is_place(lat, lon, status)) p
             order by n.number, p.second limit :most
            """;

    private final JdbcClient database;

    Ways(JdbcClient database) {
        this.database = database;
    }

    /** Who had a terminal at a second of the epoch; null where nobody did whom whoever asks may see. */
    interface Holders<H> {
        @Nullable
        H find(int number, long second);
    }

    /**
     * Of those that came near enough to look, for whoever had them: one that changed hands on the way has come twice. Refuses
     * what cannot be looked through while somebody waits.
     */
    <H> Map<H, Visits> within(SearchNearby.Request request, Set<Integer> numbers, Holders<H> holders) {
        var ways = new HashMap<H, Visits>();
        try {
            database.sql("set local statement_timeout = " + PATIENCE_MILLIS).update();
            if (read(request, numbers, holders, ways) > MOST_POSITIONS) {
                throw new Refused(TelemetryRefusal.SEARCH_TOO_WIDE);
            }
        } catch (QueryTimeoutException tooLong) {
            throw new Refused(TelemetryRefusal.SEARCH_TOO_WIDE);
        }
        return ways;
    }

    private <H> int read(SearchNearby.Request request, Set<Integer> numbers, Holders<H> holders, Map<H, Visits> ways) {
        var lat = (int) Math.round(request.latitude() * 1e6);
        var lon = (int) Math.round(request.longitude() * 1e6);
        var high = (request.metres() + MARGIN_METRES) * MILLIONTHS_OF_A_METRE;
        var wide = high / Math.max(0.01, Math.cos(Math.toRadians(request.latitude())));
        var read = new int[1];
        database.sql(NEAR)
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("from", request.from().atOffset(ZoneOffset.UTC))
                .param("to", request.to().atOffset(ZoneOffset.UTC))
                .param("south", (int) (lat - high))
                .param("north", (int) (lat + high))
                .param("west", (int) (lon - wide))
                .param("east", (int) (lon + wide))
                .param("most", MOST_POSITIONS + 1)
                .query(row -> {
                    read[0]++;
                    var second = row.getLong("second");
                    var holder = holders.find(row.getInt("number"), second);
                    if (holder != null) {
                        ways.computeIfAbsent(holder, first -> new Visits(lat, lon, request.metres()))
                                .add(new Fix(second, row.getInt("lat"), row.getInt("lon"), 0, 0, false, null));
                    }
                });
        return read[0];
    }
}

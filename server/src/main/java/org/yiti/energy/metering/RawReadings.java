package org.yiti.energy.metering;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiti.kernel.MonthParts;

/** Readings as they were told: brought in once each, never changed. */
@Component
class RawReadings {

    /** No clock that is right speaks of earlier; what does stays astray. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private final JdbcTemplate database;
    private final Clock clock;
    private final MonthParts months;

    RawReadings(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.months = new MonthParts(database, clock, "energy.make_month", FIRST);
    }

    /** The columns of many rows, as PostgreSQL takes them fastest. */
    private static final class Columns {
        final int[] meters;
        final int[] qualities;
        final int[] received;
        final long[] at;
        final long[] batches;
        final String[] values;
        final Long[] since;
        final String[] items;
        final String[] units;

        Columns(int size) {
            meters = new int[size];
            qualities = new int[size];
            received = new int[size];
            at = new long[size];
            batches = new long[size];
            values = new String[size];
            since = new Long[size];
            items = new String[size];
            units = new String[size];
        }

        void put(int i, Arrived reading, long batch) {
            var told = reading.told();
            meters[i] = told.meter().number();
            qualities[i] = told.quality().ordinal();
            received[i] = reading.received();
            at[i] = told.at().toEpochMilli();
            batches[i] = batch;
            values[i] = told.value().toPlainString();
            since[i] = told.since() == null ? null : told.since().toEpochMilli();
            items[i] = told.item();
            units[i] = told.unit();
        }
    }

    /** @param received its place among all that came of the meter */
    record Arrived(Told told, int received) {}

    /** @return of each batch, how many were new */
    List<Integer> keep(List<Delivery> deliveries, List<List<Arrived>> arrived) {
        var now = clock.instant();
        var batches = batches(deliveries);
        var columns = new Columns(arrived.stream().mapToInt(List::size).sum());
        var i = 0;
        for (var b = 0; b < arrived.size(); b++) {
            for (var reading : arrived.get(b)) {
                months.makeRoom(reading.told().at().getEpochSecond(), now);
                columns.put(i++, reading, batches.get(b));
            }
        }
        var news = insert(columns);
        var counts = new ArrayList<Integer>();
        for (var batch : batches) {
            counts.add(news.getOrDefault(batch, 0));
        }
        database.update(
                "update energy.reading_batch b set stored = n.stored from unnest(?::bigint[], ?::int[]) as n(id, stored) where b.id = n.id",
                batches.stream().mapToLong(id -> id).toArray(),
                counts.stream().mapToInt(count -> count).toArray());
        return counts;
    }

    private List<Long> batches(List<Delivery> deliveries) {
        return database.queryForList(
                """
                insert into energy.reading_batch (source, told_as, received_at, readings, stored)
                select source, told_as, to_timestamp(?), readings, 0
                  from unnest(?::text[], ?::text[], ?::int[]) with ordinality as t(source, told_as, readings, o) order by o
                returning id
                """,
                Long.class,
                clock.instant().toEpochMilli() / 1000.0,
                deliveries.stream().map(Delivery::source).toArray(String[]::new),
                deliveries.stream().map(Delivery::toldAs).toArray(String[]::new),
                deliveries.stream()
                        .mapToInt(delivery -> delivery.readings().size())
                        .toArray());
    }

    private Map<Long, Integer> insert(Columns columns) {
        var news = new HashMap<Long, Integer>();
        database.query(
                """
                with told as (
                    insert into energy.raw_reading (meter, quality, received, at, batch, value, since, item, unit)
                    select meter, quality::smallint, received, to_timestamp(at / 1000.0::double precision), batch, value::numeric,
                           to_timestamp(since / 1000.0::double precision), item, unit
                      from unnest(?::int[], ?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[]) as t(meter, quality, received, at, batch, value, since, item, unit)
                    on conflict do nothing
                    returning batch
                )
                select batch, count(*) as news from told group by batch
                """,
                row -> {
                    news.put(row.getLong("batch"), row.getInt("news"));
                },
                columns.meters,
                columns.qualities,
                columns.received,
                columns.at,
                columns.batches,
                columns.values,
                columns.since,
                columns.items,
                columns.units);
        return news;
    }
}

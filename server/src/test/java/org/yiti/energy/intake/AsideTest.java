package org.yiti.energy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.source.Sources;
import org.yiti.meters.json.MeterReading;

/** Those whom nobody has registered may not fill the disk, whatever they call themselves. */
class AsideTest extends Journey {

    private static final int A_MINUTE = 300;

    private final String tag = "gw-flood-" + UUID.randomUUID();
    private final AtomicLong nanos = new AtomicLong();

    @Autowired
    private Sources sources;

    @Autowired
    private Clock clock;

    private Aside aside() {
        return new Aside(database, sources, clock, nanos::get);
    }

    @AfterEach
    void theRoomIsForOthers() {
        database.sql("delete from energy.set_aside where strpos(source, ?) > 0")
                .param(tag)
                .update();
    }

    private Intake.Batch batch(String source, int from, int readings) {
        var all = IntStream.range(from, from + readings)
                .mapToObj(i -> new MeterReading(
                        "M\0" + i,
                        MeterReading.TOTAL,
                        null,
                        OffsetDateTime.parse("2026-10-01T00:00:00+08:00"),
                        BigDecimal.ONE,
                        "kWh",
                        MeterReading.Quality.GOOD,
                        null))
                .toList();
        return new Intake.Batch(source, "b\0", all, Set.of(), Locale.CHINESE);
    }

    private long kept() {
        return database.sql("select count(*) from energy.set_aside where strpos(source, ?) > 0")
                .param(tag)
                .query(Long.class)
                .single();
    }

    @Test
    void ofOneSourceNoMoreWaitThanThereIsRoomForAndTheFirstOfABatchStay() {
        var aside = aside();

        for (var from : List.of(0, 6_000, 12_000)) {
            aside.keepAll(batch("mqtt/" + tag, from, 6_000), EnergyRefusal.SOURCE_NOT_KNOWN);
        }

        assertThat(kept()).isEqualTo(10_000);
        assertThat(database.sql("select max(substr(meter, 2)::integer) from energy.set_aside where source = ?")
                        .param("mqtt/" + tag)
                        .query(Integer.class)
                        .single())
                .isEqualTo(9_999);
    }

    @Test
    void theSameToldAgainIsOne() {
        var aside = aside();

        aside.keepAll(batch("mqtt/" + tag, 0, 3), EnergyRefusal.SOURCE_NOT_KNOWN);
        aside.keepAll(batch("mqtt/" + tag, 1, 3), EnergyRefusal.SOURCE_NOT_KNOWN);

        assertThat(kept()).isEqualTo(4);
    }

    @Test
    void strangersTogetherAreHeardSoManyTimesAMinute() {
        var aside = aside();

        for (var i = 0; i < A_MINUTE + 5; i++) {
            aside.keepAll(batch("mqtt/" + tag + "-" + i, 0, 1), EnergyRefusal.SOURCE_NOT_KNOWN);
        }
        assertThat(kept()).isEqualTo(A_MINUTE);

        nanos.addAndGet(1_000_000_000L);
        aside.keepAll(batch("mqtt/" + tag + "-later", 0, 1), EnergyRefusal.SOURCE_NOT_KNOWN);

        assertThat(kept()).isEqualTo(A_MINUTE + 1);
    }

    @Test
    void strangersTogetherHaveNoMoreRoomThanTheirs() {
        var aside = aside();
        database.sql("""
                        insert into energy.set_aside (source, batch, meter, at, reason, content, digest)
                        select 'mqtt/other-' || :tag, 'b', 'M', now(), 'energy/source-not-known', '{}', :tag || n
                          from generate_series(1, 100000 - (select count(*)::integer from energy.set_aside where institution_id is null) - 2) n
                        """).param("tag", tag).update();
        var before = kept();

        aside.keepAll(batch("mqtt/" + tag, 0, 5), EnergyRefusal.SOURCE_NOT_KNOWN);

        assertThat(kept() - before).isEqualTo(2);
    }
}

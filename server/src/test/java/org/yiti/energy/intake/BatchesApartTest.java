package org.yiti.energy.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;

/** Garbage is kept to be looked at, and never fills the disk. */
class BatchesApartTest extends Journey {

    private static final String UNFIT = "/problems/meters/json-malformed";
    private static final int MEGABYTE = 1 << 20;
    private static final int A_MINUTE = 60;

    private final String tag = "gw-garbage-" + UUID.randomUUID();
    private final AtomicLong nanos = new AtomicLong();

    @Autowired
    private Clock clock;

    private BatchesApart apart() {
        return new BatchesApart(database, clock, nanos::get);
    }

    @AfterEach
    void theRoomIsForOthers() {
        database.sql("delete from energy.batch_set_aside where strpos(source, ?) > 0")
                .param(tag)
                .update();
    }

    private BatchesApart.Sender known() {
        return new BatchesApart.Sender("mqtt/" + tag, UUID.randomUUID());
    }

    private long kept() {
        return database.sql("select count(*) from energy.batch_set_aside where strpos(source, ?) > 0")
                .param(tag)
                .query(Long.class)
                .single();
    }

    private static byte[] large(int n, int bytes) {
        var body = new byte[bytes];
        body[0] = (byte) n;
        return body;
    }

    @Test
    void ofOneSourceAHundredWaitAndTheSameAgainIsOne() {
        var apart = apart();

        for (var i = 0; i < 130; i++) {
            apart.keep(known(), ("{" + i).getBytes(UTF_8), UNFIT);
            apart.keep(known(), "{".getBytes(UTF_8), UNFIT);
        }

        assertThat(kept()).isEqualTo(100);
    }

    @Test
    void ofOneSourceNoMoreThanEightMegabytesWait() {
        var apart = apart();

        for (var i = 0; i < 12; i++) {
            apart.keep(known(), large(i, MEGABYTE), UNFIT);
        }

        assertThat(kept()).isEqualTo(8);
    }

    @Test
    void ofWhatIsTooLargeTheBeginningIsKeptAndHowLargeItWas() {
        apart().keep(known(), large(7, MEGABYTE + 1), UNFIT);

        assertThat(database.sql(
                                "select octet_length(content) || ' of ' || size from energy.batch_set_aside where source = ?")
                        .param("mqtt/" + tag)
                        .query(String.class)
                        .single())
                .isEqualTo("65536 of 1048577");
    }

    @Test
    void whomNobodyHasRegisteredIsHeardSoManyTimesAMinuteWhateverItCallsItself() {
        var apart = apart();

        for (var i = 0; i < A_MINUTE + 5; i++) {
            apart.keep(new BatchesApart.Sender("mqtt/" + tag + i, null), "{".getBytes(UTF_8), UNFIT);
        }
        assertThat(kept()).isEqualTo(A_MINUTE);

        nanos.addAndGet(1_000_000_000L);
        apart.keep(new BatchesApart.Sender("mqtt/" + tag + "later", null), "{".getBytes(UTF_8), UNFIT);
        assertThat(kept()).isEqualTo(A_MINUTE + 1);
    }

    @Test
    void thoseWhomNobodyHasRegisteredHaveNoMoreRoomThanTheirs() {
        var apart = apart();
        database.sql("""
                        insert into energy.batch_set_aside (source, at, reason, content, size, digest)
                        select 'mqtt/' || :tag || n, now(), 'meters/json-malformed', '{', 1, :tag || n
                          from generate_series(1, 1000 - (select count(*)::integer from energy.batch_set_aside where institution_id is null) - 2) n
                        """).param("tag", tag).update();
        var before = kept();

        for (var i = 0; i < 5; i++) {
            apart.keep(new BatchesApart.Sender("mqtt/" + tag, null), ("{" + i).getBytes(UTF_8), UNFIT);
        }

        assertThat(kept() - before).isEqualTo(2);
    }

    @Test
    void aNameThatIsNoneIsShortened() {
        apart().keep(new BatchesApart.Sender("mqtt/" + tag + "\0" + "x".repeat(200), null), new byte[] {0}, UNFIT);

        assertThat(kept()).isEqualTo(1);
    }
}

package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.frame.FrameReader;

/** What one line may take: messages by a bucket, bytes by the longest frame, time by the frame's deadline, doors by address. */
class LimitsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void aBurstGoesThroughAndThenSoManyASecond() {
        var bucket = new Bucket(10, 3, 0);

        for (var i = 0; i < 3; i++) {
            assertThat(bucket.take(0)).isZero();
        }
        assertThat(bucket.take(0)).isEqualTo(100);
        assertThat(bucket.take(0)).isEqualTo(200);
        assertThat(bucket.take(SECOND)).isZero();
    }

    @Test
    void aBucketFillsNoHigherThanItsBurst() {
        var bucket = new Bucket(10, 3, 0);

        for (var i = 0; i < 3; i++) {
            assertThat(bucket.take(3600 * SECOND)).isZero();
        }
        assertThat(bucket.take(3600 * SECOND)).isPositive();
    }

    @Test
    void aFrameThatNeverEndsHoldsNoMoreThanTheLongestOne() {
        var inbox = new Inbox();
        inbox.read(ByteBuffer.wrap(new byte[] {0x7e}), 0);
        for (var i = 0; i < 1000; i++) {
            assertThat(inbox.read(ByteBuffer.wrap(new byte[1024]), 0)).isEmpty();
        }

        assertThat(inbox.isEmpty()).isTrue();
        assertThat(inbox.read(ByteBuffer.wrap(new byte[] {0x7e}), 0)).containsExactly("frame-too-long");
        assertThat(FrameReader.MOST).isLessThanOrEqualTo(8192);
    }

    @Test
    void aFrameHasADeadlineHoweverOftenAByteComes() {
        var inbox = new Inbox();
        inbox.read(ByteBuffer.wrap(new byte[] {0x7e, 0}), 0);
        for (var second = 1; second < 20; second++) {
            inbox.read(ByteBuffer.wrap(new byte[] {1}), second * SECOND);
        }

        assertThat(inbox.dawdles(9 * SECOND, 10 * SECOND)).isFalse();
        assertThat(inbox.dawdles(20 * SECOND, 10 * SECOND)).isTrue();
    }

    @Test
    void oneAddressLeavesRoomForOthers() throws Exception {
        var doors = new Doors(3, 2);
        var one = InetAddress.getByName("192.0.2.1");
        var other = InetAddress.getByName("192.0.2.2");

        assertThat(doors.enter(one)).isTrue();
        assertThat(doors.enter(one)).isTrue();
        assertThat(doors.enter(one)).isFalse();
        assertThat(doors.enter(other)).isTrue();
        assertThat(doors.enter(other)).isFalse();
        doors.leave(one);
        assertThat(doors.enter(other)).isTrue();
        assertThat(doors.open()).isEqualTo(3);
    }
}

package org.yiti.telemetry.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;

class GroupCommitTest {

    private static Batch saying(int kind) {
        return Batch.of(new Saying(1, kind, 0, "2013", new byte[0]));
    }

    @Test
    void nobodyIsToldBeforeTheStoreHasTakenIt() throws InterruptedException {
        var mayStore = new CountDownLatch(1);
        var stored = Collections.synchronizedList(new ArrayList<Integer>());
        var told = new AtomicInteger();
        try (var group = new GroupCommit(
                batches -> {
                    await(mayStore);
                    batches.forEach(batch -> stored.add(batch.sayings().get(0).kind()));
                },
                1,
                10)) {
            assertThat(group.offer(saying(7), told::incrementAndGet)).isTrue();
            Thread.sleep(50);
            assertThat(told).hasValue(0);
            mayStore.countDown();
            Soon.soon("told", told::get, count -> count == 1);
        }
        assertThat(stored).containsExactly(7);
    }

    @Test
    void whatTheStoreRefusesWaitsInOrderAndIsToldOnceItIsTaken() throws InterruptedException {
        var failures = new AtomicInteger(3);
        var stored = Collections.synchronizedList(new ArrayList<Integer>());
        var told = Collections.synchronizedList(new ArrayList<Integer>());
        try (var group = new GroupCommit(
                batches -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("no database");
                    }
                    batches.forEach(batch -> stored.add(batch.sayings().get(0).kind()));
                },
                1,
                100)) {
            for (var i = 0; i < 20; i++) {
                var kind = i;
                assertThat(group.offer(saying(kind), () -> told.add(kind))).isTrue();
            }
            Soon.soon("told", told::size, count -> count == 20);
        }
        assertThat(stored).isEqualTo(told).isSorted();
    }

    @Test
    void whoComesWhenItIsFullIsTurnedAwayAndNothingIsForgotten() throws InterruptedException {
        var storing = new CountDownLatch(1);
        var mayStore = new CountDownLatch(1);
        var told = new AtomicInteger();
        var taken = 0;
        try (var group = new GroupCommit(
                batches -> {
                    storing.countDown();
                    await(mayStore);
                },
                1,
                5)) {
            assertThat(group.offer(saying(0), told::incrementAndGet)).isTrue();
            await(storing);
            for (var i = 0; i < 50; i++) {
                taken += group.offer(saying(i), told::incrementAndGet) ? 1 : 0;
            }
            assertThat(taken).isEqualTo(5);
            mayStore.countDown();
        }
        assertThat(told).hasValue(6);
    }

    @Test
    void oneWhoCannotBeToldKeepsNobodyElseWaiting() throws InterruptedException {
        var told = new AtomicInteger();
        try (var group = new GroupCommit(batches -> {}, 1, 10)) {
            group.offer(saying(1), () -> {
                throw new IllegalStateException("gone");
            });
            group.offer(saying(2), told::incrementAndGet);
            Soon.soon("told", told::get, count -> count == 1);
        }
    }

    @Test
    void aStoreThatFailsWhileItClosesIsAskedAgain() throws InterruptedException {
        var mayStore = new CountDownLatch(1);
        var failures = new AtomicInteger(3);
        var told = new AtomicInteger();
        var group = new GroupCommit(
                batches -> {
                    await(mayStore);
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("a moment without a database");
                    }
                },
                1,
                10);
        group.offer(saying(1), told::incrementAndGet);
        var closed = new Thread(() -> {
            try {
                group.close();
            } catch (InterruptedException never) {
                throw new IllegalStateException(never);
            }
        });
        closed.start();
        Soon.soon("closing", () -> group.offer(saying(2), () -> {}), taken -> !taken);
        mayStore.countDown();
        closed.join();
        assertThat(told).hasValue(1);
    }

    @Test
    void aStoreThatIsGoneForGoodDoesNotKeepItFromClosing() throws InterruptedException {
        var told = new AtomicInteger();
        try (var group = new GroupCommit(
                batches -> {
                    throw new IllegalStateException("no database");
                },
                1,
                10)) {
            group.offer(saying(1), told::incrementAndGet);
        }
        assertThat(told).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void whatManyBringAtOnceIsStoredTogether() throws InterruptedException {
        var mayStore = new CountDownLatch(1);
        var sizes = Collections.synchronizedList(new ArrayList<Integer>());
        try (var group = new GroupCommit(
                (List<Batch> batches) -> {
                    await(mayStore);
                    sizes.add(batches.size());
                },
                1,
                1000)) {
            for (var i = 0; i < 500; i++) {
                group.offer(saying(i), () -> {});
            }
            mayStore.countDown();
        }
        assertThat(sizes).hasSizeLessThanOrEqualTo(2);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(500);
    }
}

package org.yiti.telemetry.track;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiti.kernel.Unstorable;

/**
 * Takes what comes from many at once, stores it together, and tells each afterwards that it is safe. While one batch is
 * being stored the next gathers, so batches are as large as the load asks for. A store that fails is tried again with the
 * same batch until it takes it: nobody is told anything meanwhile, and whoever brings more is told that it is full. What it
 * can never take is set aside, and told as the others are: said again it would fail again.
 */
public final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST_AT_ONCE = 4000;
    private static final int MOST_BYTES = 8 << 20;
    private static final long MOST_HELD = 128L << 20;
    /** While it closes: a moment without a database must not cost an acknowledgement, a long one must not keep the house. */
    private static final int LAST_ATTEMPTS = 5;

    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** @param stored runs in a thread of the house: it must not wait */
    private record Waiting(Batch batch, Runnable stored) {}

    private final BatchStore store;
    private final BlockingQueue<Waiting> queue;
    private final AtomicLong weight = new AtomicLong();
    private final List<Thread> writers;
    private volatile boolean closing;

    /**
     * @param writers how many batches are stored at a time
     * @param most messages held in hand; more are not taken
     */
    public GroupCommit(BatchStore store, int writers, int most) {
        this.store = store;
        this.queue = new ArrayBlockingQueue<>(most);
        this.writers = IntStream.range(0, writers)
                .mapToObj(i -> new Thread(this::write, "telemetry-writer-" + i))
                .toList();
        this.writers.forEach(Thread::start);
    }

    /**
     * @param stored told once the batch is durable; never if it does not become so
     * @return false when there is no room, or the house closes: nothing was taken then
     */
    public boolean offer(Batch batch, Runnable stored) {
        if (closing || weight.get() > MOST_HELD || !queue.offer(new Waiting(batch, stored))) {
            return false;
        }
        weight.addAndGet(batch.weight());
        return true;
    }

    /** How full it is, 0 to 1. */
    public double fullness() {
        var size = queue.size();
        return (double) size / (size + queue.remainingCapacity());
    }

    private void write() {
        var all = new ArrayList<Waiting>();
        while (!closing || !queue.isEmpty()) {
            try {
                var first = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    all.add(first);
                    gather(all);
                    if (stored(all.stream().map(Waiting::batch).toList())) {
                        all.forEach(GroupCommit::tell);
                    }
                    weight.addAndGet(
                            -all.stream().mapToLong(one -> one.batch().weight()).sum());
                    all.clear();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What waits, but not more than one transaction should hold: pictures are heavier than positions. */
    private void gather(List<Waiting> all) {
        var gathered = all.get(0).batch().weight();
        while (all.size() < MOST_AT_ONCE && gathered < MOST_BYTES) {
            var next = queue.poll();
            if (next == null) {
                return;
            }
            all.add(next);
            gathered += next.batch().weight();
        }
    }

    private static void tell(Waiting waiting) {
        try {
            waiting.stored().run();
        } catch (RuntimeException gone) {
            log.debug("Who brought it is gone", gone);
        }
    }

    private boolean stored(List<Batch> batches) throws InterruptedException {
        for (var failures = 0; ; failures++) {
            try {
                Unstorable.apart(batches, store::store, store::setAside);
                return true;
            } catch (RuntimeException failure) {
                log.warn("{} messages of terminals wait, unacknowledged: {}", batches.size(), failure.getMessage());
                if (closing && failures >= LAST_ATTEMPTS) {
                    return false;
                }
                Thread.sleep(Math.min(closing ? 500 : 5000, 100L << Math.min(failures, 6)));
            }
        }
    }

    /** Stores what it has taken; what the store refuses then stays unacknowledged, and comes again. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        for (var writer : writers) {
            writer.join(Duration.ofSeconds(20).toMillis());
            writer.interrupt();
        }
    }
}

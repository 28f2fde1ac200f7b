package org.yiti.energy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.metering.Delivery;
import org.yiti.energy.metering.ReadingStore;
import org.yiti.kernel.Refused;
import org.yiti.kernel.Unstorable;
import org.yiti.meters.json.MeterReading;

/**
 * Takes batches of readings from wherever they come, stores what has gathered together, and tells each sender afterwards.
 * While one lot is being stored the next gathers, so lots are as large as the load asks for.
 */
@Component
public class Intake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int MOST_READINGS_AT_ONCE = 50_000;
    private static final int WAITING = 256;

    /** @param institutions whose meters may be spoken of; null for all */
    public record Batch(
            String source,
            String id,
            List<MeterReading> readings,
            @Nullable Set<UUID> institutions,
            Locale locale) {}

    private final Sorting sorting;
    private final ReadingStore store;
    private final StoreApart apart;
    private final Aside aside;
    private final int writers;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open;

    Intake(
            Sorting sorting,
            ReadingStore store,
            StoreApart apart,
            Aside aside,
            @Value("${yiti.energy.intake.writers:2}") int writers) {
        this.apart = apart;
        this.aside = aside;
        this.sorting = sorting;
        this.store = store;
        this.writers = writers;
    }

    /**
     * Completed once what was taken is durable; exceptionally where it did not become so, and then nothing of it is kept.
     * Refused at once where too much waits already.
     */
    public CompletableFuture<Receipt> bring(Batch batch) {
        var sorted = sorting.sort(batch.readings(), batch.institutions(), batch.locale());
        var delivery = new Delivery(batch.source(), batch.id(), sorted.taken());
        var receipt = new CompletableFuture<Receipt>();
        if (sorted.taken().isEmpty()) {
            aside.keep(batch, sorted.refused());
            receipt.complete(new Receipt(batch.id(), 0, 0, sorted.refused()));
        } else if (!open || !queue.offer(new Waiting(batch, delivery, sorted, receipt))) {
            throw new Refused(EnergyRefusal.INTAKE_FULL);
        }
        return receipt;
    }

    private void write() {
        var lot = new ArrayList<Waiting>();
        while (open || !queue.isEmpty()) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    lot.add(first);
                    gather(lot, first.delivery().readings().size());
                    store(lot);
                    lot.clear();
                }
            } catch (InterruptedException stop) {
                lot.forEach(one -> one.receipt().completeExceptionally(new Refused(EnergyRefusal.INTAKE_FULL)));
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void gather(List<Waiting> lot, int first) {
        var readings = first;
        for (var next = queue.peek(); next != null; next = queue.peek()) {
            readings += next.delivery().readings().size();
            if (readings > MOST_READINGS_AT_ONCE) {
                return;
            }
            var taken = queue.poll();
            if (taken == null) {
                return;
            }
            lot.add(taken);
        }
    }

    private void store(List<Waiting> lot) {
        try {
            var stored = store.store(lot.stream().map(Waiting::delivery).toList());
            for (var i = 0; i < lot.size(); i++) {
                lot.get(i).tell(stored.get(i), aside);
            }
        } catch (RuntimeException failure) {
            if (lot.size() > 1 && !isTransient(failure)) {
                // One of them cannot be stored: the others must not wait for it.
                lot.forEach(one -> store(List.of(one)));
                return;
            }
            if (Unstorable.is(failure)) {
                lot.forEach(this::storeApart);
                return;
            }
            log.warn(
                    "{} batches of readings are not stored: {}",
                    lot.size(),
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
            lot.forEach(one -> one.receipt().completeExceptionally(failure));
        }
    }

    /** Whoever sends them is told which of its readings cannot be stored: sent again they would keep the others back again. */
    private void storeApart(Waiting waiting) {
        try {
            waiting.tell(
                    apart.store(
                            waiting.delivery(),
                            waiting.sorted(),
                            waiting.batch().locale()),
                    aside);
        } catch (RuntimeException failure) {
            waiting.receipt().completeExceptionally(failure);
        }
    }

    private static boolean isTransient(RuntimeException failure) {
        return failure instanceof TransientDataAccessException || failure instanceof RecoverableDataAccessException;
    }

    @Override
    public void start() {
        open = true;
        for (var i = 0; i < writers; i++) {
            var thread = new Thread(this::write, "readings-writer-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** What was taken is stored; nothing more is taken. */
    @Override
    public void stop() {
        open = false;
        try {
            for (var thread : threads) {
                thread.join(20_000);
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Stops after whoever brings readings, and before what it stores them with. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 20;
    }
}

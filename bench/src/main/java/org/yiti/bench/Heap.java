package org.yiti.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most heap that was still in use right after a collection. */
final class Heap {

    private final AtomicLong most = new AtomicLong();

    private Heap() {}

    static Heap watched() {
        var heap = new Heap();
        Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> pool.getName())
                .collect(Collectors.toSet());
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, nothing) -> {
                                if (notification.getUserData() instanceof CompositeData data) {
                                    heap.note(GarbageCollectionNotificationInfo.from(data), pools);
                                }
                            },
                            null,
                            null);
        }
        return heap;
    }

    private void note(GarbageCollectionNotificationInfo collection, Set<String> pools) {
        var used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        most.accumulateAndGet(used, Math::max);
    }

    void restart() {
        most.set(0);
    }

    double mostMegabytes() {
        return most.get() / 1048576.0;
    }
}

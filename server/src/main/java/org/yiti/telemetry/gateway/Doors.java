package org.yiti.telemetry.gateway;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many are in: of one address and of all. */
final class Doors {

    private final int most;
    private final int mostOfAddress;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<InetAddress, Integer> ofAddress = new ConcurrentHashMap<>();

    Doors(int most, int mostOfAddress) {
        this.most = most;
        this.mostOfAddress = mostOfAddress;
    }

    boolean enter(InetAddress address) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return false;
        }
        var mine = ofAddress.merge(address, 1, Integer::sum);
        if (mine > mostOfAddress) {
            leave(address);
            return false;
        }
        return true;
    }

    void leave(InetAddress address) {
        all.decrementAndGet();
        ofAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    int open() {
        return all.get();
    }
}

package org.yiti.telemetry.track;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Stores what terminals said, and once that is durable has noted where they are now. */
@Component
@Primary
class StoreAndFollow implements BatchStore {

    private final StoreBatches store;
    private final FollowTerminals follow;
    private final SetAside aside;

    StoreAndFollow(StoreBatches store, FollowTerminals follow, SetAside aside) {
        this.store = store;
        this.follow = follow;
        this.aside = aside;
    }

    @Override
    public void store(List<Batch> batches) {
        store.store(batches);
        follow.heard(batches.stream()
                .flatMap(batch -> batch.positions().stream())
                .map(Position::terminal)
                .collect(Collectors.toSet()));
    }

    @Override
    public void setAside(Batch batch, RuntimeException failure) {
        aside.put(batch, failure);
    }
}

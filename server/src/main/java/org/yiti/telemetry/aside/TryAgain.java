package org.yiti.telemetry.aside;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Unstorable;
import org.yiti.safeguard.aside.Asides;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.BatchStore;
import tools.jackson.databind.json.JsonMapper;

/** Stores again what could not be stored. Each by itself: one that still cannot must not keep the others back. */
@Component
class TryAgain implements Asides.Again<TryAgain.Message> {

    /** @param institutionId whose terminal said it */
    record Message(long id, @Nullable UUID institutionId, String content) implements Asides.Meant {}

    private final BatchStore store;
    private final JsonMapper json;

    TryAgain(BatchStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public Class<Message> row() {
        return Message.class;
    }

    @Override
    public Object together(Message one) {
        return one.id();
    }

    /** What stands there already is not stored again. */
    @Override
    public Map<Long, String> refused(List<Message> some) {
        try {
            store.store(some.stream()
                    .map(one -> json.readValue(one.content(), Batch.class))
                    .toList());
            return Map.of();
        } catch (RuntimeException failure) {
            if (!Unstorable.is(failure)) {
                throw failure;
            }
            return Map.of(some.get(0).id(), Unstorable.why(failure).replace("\0", ""));
        }
    }
}

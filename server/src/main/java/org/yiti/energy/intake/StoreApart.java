package org.yiti.energy.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.metering.Delivery;
import org.yiti.energy.metering.ReadingStore;
import org.yiti.energy.metering.Told;
import org.yiti.kernel.Unstorable;
import org.yiti.kernel.problem.Wording;

/** Stores a batch of which some readings can never be stored: the others are, and those are refused one by one. */
@Component
class StoreApart {

    private static final Logger log = LoggerFactory.getLogger(StoreApart.class);

    private record Placed(int place, Told told) {}

    private final ReadingStore store;
    private final Wording wording;

    StoreApart(ReadingStore store, Wording wording) {
        this.store = store;
        this.wording = wording;
    }

    Receipt store(Delivery delivery, Sorting.Sorted sorted, Locale locale) {
        var stored = new ArrayList<ReadingStore.Stored>();
        var refused = new ArrayList<>(sorted.refused());
        var all = IntStream.range(0, sorted.taken().size())
                .mapToObj(i -> new Placed(sorted.places().get(i), sorted.taken().get(i)))
                .toList();
        Unstorable.apart(
                all,
                some -> stored.addAll(store.store(List.of(new Delivery(
                        delivery.source(),
                        delivery.toldAs(),
                        some.stream().map(Placed::told).toList())))),
                (bad, failure) -> refused.add(refused(delivery, bad, failure, locale)));
        refused.sort(Comparator.comparingInt(Receipt.Line::reading));
        return new Receipt(
                delivery.toldAs(),
                stored.stream().mapToInt(ReadingStore.Stored::stored).sum(),
                stored.stream().mapToInt(ReadingStore.Stored::repeated).sum(),
                refused);
    }

    private Receipt.Line refused(Delivery delivery, Placed bad, RuntimeException failure, Locale locale) {
        var meter = bad.told().meter().code();
        log.error("A reading of {} from {} cannot be stored: {}", meter, delivery.source(), Unstorable.why(failure));
        return new Receipt.Line(
                bad.place(),
                meter,
                EnergyRefusal.READING_UNSTORABLE.type(),
                wording.of(
                        EnergyRefusal.READING_UNSTORABLE.wording(),
                        locale,
                        Map.of("time", bad.told().at())));
    }
}

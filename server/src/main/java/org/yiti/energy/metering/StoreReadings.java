package org.yiti.energy.metering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.energy.metering.MadeAnew.Changes;
import org.yiti.energy.metering.MeterStates.Note;
import org.yiti.energy.metering.MeterStates.State;
import org.yiti.energy.metering.RawReadings.Arrived;

/**
 * Keeps readings as they were told and makes the days they touch, in one transaction: whoever is told that a reading is
 * stored is told so of all that follows from it. Readings of one meter are stored one batch after the other.
 */
@Component
public class StoreReadings implements ReadingStore {

    private final MeterFiles files;
    private final MeterStates states;
    private final RawReadings raw;
    private final MadeAnew madeAnew;
    private final PutDays putDays;
    private final Clock clock;

    StoreReadings(
            MeterFiles files, MeterStates states, RawReadings raw, MadeAnew madeAnew, PutDays putDays, Clock clock) {
        this.files = files;
        this.states = states;
        this.raw = raw;
        this.madeAnew = madeAnew;
        this.putDays = putDays;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Stored> store(List<Delivery> deliveries) {
        var meters = new LinkedHashMap<UUID, MeterFile>();
        deliveries.forEach(delivery ->
                delivery.readings().forEach(told -> meters.put(told.meter().id(), told.meter())));
        var locked = states.lock(meters.values());
        // What was entered about them is read once nobody else makes days of them.
        var entered = files.of(locked.keySet());
        var notes = new LinkedHashMap<UUID, Note>();
        locked.forEach((id, state) -> notes.put(id, note(state)));
        var changes = new LinkedHashMap<UUID, Changes>();
        var arrived = deliveries.stream()
                .map(delivery -> arrived(delivery, notes, entered, changes))
                .toList();
        var news = raw.keep(deliveries, arrived);
        var made = madeAnew.by(changes.values());
        notes.forEach((id, note) -> note.failure = made.failures().get(id));
        putDays.put(made.days(), entered);
        states.note(notes, clock.instant().toEpochMilli() / 1000.0);
        var stored = new ArrayList<Stored>();
        for (var i = 0; i < deliveries.size(); i++) {
            stored.add(new Stored(news.get(i), deliveries.get(i).readings().size() - news.get(i)));
        }
        return stored;
    }

    private static Note note(State state) {
        var note = new Note();
        note.received = state.received();
        note.intervals = state.intervals();
        return note;
    }

    /** Every reading gets its place in what came of its meter; those that consumption is made of are changes. */
    private static List<Arrived> arrived(
            Delivery delivery, Map<UUID, Note> notes, Map<UUID, MeterFile> entered, Map<UUID, Changes> changes) {
        var all = new ArrayList<Arrived>(delivery.readings().size());
        for (var told : delivery.readings()) {
            var id = told.meter().id();
            var note = notes.get(id);
            var file = entered.get(id);
            if (note == null || file == null) {
                throw new IllegalStateException("Meter " + told.meter().code() + " is gone");
            }
            note.source = delivery.source();
            var one = new Arrived(told, ++note.received);
            all.add(one);
            if (told.counts()) {
                if (note.intervals == null) {
                    note.intervals = told.isInterval();
                }
                if (note.intervals == told.isInterval()) {
                    note.newest = note.newest == null || told.at().isAfter(note.newest.at()) ? told : note.newest;
                    changes.computeIfAbsent(id, key -> new Changes(file, told.isInterval(), new ArrayList<>()))
                            .arrived()
                            .add(one);
                }
            }
        }
        return all;
    }
}

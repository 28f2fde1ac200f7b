package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values with an id that are known; what is put in later is asked first. */
public final class ValueKinds {

    public static final ValueKinds NONE = new ValueKinds(Map.of());

    private final Map<Family, Map<Long, List<ValueKind<?>>>> known;

    private ValueKinds(Map<Family, Map<Long, List<ValueKind<?>>>> known) {
        this.known = known;
    }

    public ValueKinds with(List<? extends ValueKind<?>> more) {
        var all = new EnumMap<Family, Map<Long, List<ValueKind<?>>>>(Family.class);
        known.forEach((family, byId) -> all.put(family, new HashMap<>(byId)));
        for (var kind : more) {
            var byId = all.computeIfAbsent(kind.family(), family -> new HashMap<>());
            var sameId = new ArrayList<ValueKind<?>>();
            sameId.add(kind);
            sameId.addAll(byId.getOrDefault(kind.id(), List.of()));
            byId.put(kind.id(), List.copyOf(sameId));
        }
        return new ValueKinds(all);
    }

    public @Nullable ValueKind<?> find(Family family, long id, long length) {
        for (var kind : known.getOrDefault(family, Map.of()).getOrDefault(id, List.of())) {
            if (kind.fits(length)) {
                return kind;
            }
        }
        return null;
    }

    public List<ValueKind<?>> all(Family family) {
        return known.getOrDefault(family, Map.of()).values().stream()
                .<ValueKind<?>>flatMap(List::stream)
                .toList();
    }
}

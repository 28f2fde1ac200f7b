package org.yiti.safeguard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.yiti.identity.Purpose;

/** What one request hands out in clear of values from L3 up, until it is sealed: which rows and columns, never the values. */
final class Reading implements Witness {

    static final String ACT = "data.read";
    private static final String KEPT = Reading.class.getName();

    /** Of one ledger: the columns of each row. */
    private record Part(Map<UUID, Set<String>> rows, Set<String> columns) {

        Part() {
            this(new LinkedHashMap<>(), new TreeSet<>());
        }
    }

    private final Map<String, Part> parts = new TreeMap<>();
    private final Set<@Nullable UUID> owners = new HashSet<>();
    private boolean isSealed;

    /** Of the request under way; nobody is told of what the house reads when nobody asks. */
    static Witness underWay() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return NONE;
        }
        return find().orElseGet(() -> {
            var begun = new Reading();
            request.setAttribute(KEPT, begun, RequestAttributes.SCOPE_REQUEST);
            return begun;
        });
    }

    static Optional<Reading> find() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (Reading) request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST));
    }

    @Override
    public void saw(Place place) {
        if (isSealed) {
            throw new IllegalStateException("A guarded value after the answer was sealed: " + place);
        }
        var part = parts.computeIfAbsent(place.kind(), kind -> new Part());
        part.columns().add(place.column());
        if (place.row() != null) {
            part.rows()
                    .computeIfAbsent(place.row(), row -> new LinkedHashSet<>())
                    .add(place.column());
        }
        owners.add(place.institution());
    }

    /** The answer will not be given: nobody has read anything. */
    void forget() {
        parts.clear();
        owners.clear();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void sealed() {
        isSealed = true;
    }

    /** One for the whole answer, of its row, or of its ledgers with the rows told one by one. */
    Act act(Purpose purpose, String request) {
        var rows = new ArrayList<UUID>();
        parts.values().forEach(part -> rows.addAll(part.rows().keySet()));
        var act = parts.size() == 1 && rows.size() == 1
                ? Act.of(ACT, parts.keySet().iterator().next(), rows.get(0))
                : Act.of(ACT, "ledger", String.join(", ", parts.keySet())).of(rows);
        return act.in(owners.size() == 1 ? owners.iterator().next() : null)
                .with("read", told())
                .with("values", values())
                .with("workingFor", purpose)
                .with("request", request);
    }

    /** {@code fleet.trip 2: destination, origin; organization.person 1: name}, in the order of the rows. */
    private String told() {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue().rows().size() + ": "
                        + String.join(", ", part.getValue().columns()))
                .collect(Collectors.joining("; "));
    }

    private int values() {
        return parts.values().stream()
                .flatMap(part -> part.rows().values().stream())
                .mapToInt(Set::size)
                .sum();
    }
}

package org.yiti.telemetry.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Grading;
import org.yiti.kernel.ledger.Mask;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.telemetry.TelemetryRefusal;

@RestController
@Needs(Permission.READ)
@RequestMapping("/api/telemetry/terminals")
class FactController {

    private static final Grading TRACK = new Grading(Grade.L3, Category.TRACK, Mask.ALL);
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int MOST = 5000;

    /** @param placesHidden figures of places were left out: whoever asks may not see tracks there */
    record Facts(UUID terminal, String phone, boolean placesHidden, boolean more, List<FactQueries.Told> facts) {}

    private final FactQueries queries;
    private final Masking masking;
    private final Scope scope;

    FactController(FactQueries queries, Masking masking, Scope scope) {
        this.queries = queries;
        this.masking = masking;
        this.scope = scope;
    }

    /**
     * Trips, stops, refuellings, nights, silences … of a terminal that touch a time, as far as whoever asks may see those
     * who had its vehicle then.
     *
     * @param kind one of detect's, such as {@code vehicle.trip}; all where it is not given
     */
    @GetMapping("/{id}/facts")
    Facts facts(
            @PathVariable UUID id,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable String kind) {
        var terminal = queries.terminal(id)
                .filter(one -> scope.contains(one.institutionId()))
                .orElseThrow(() -> new Refused(TelemetryRefusal.TERMINAL_NOT_FOUND));
        if (!to.isAfter(from)) {
            throw new Refused(TelemetryRefusal.NO_SUCH_PLACE_OR_TIME);
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new Refused(TelemetryRefusal.SEARCH_TOO_WIDE);
        }
        var facts = queries.facts(terminal, new FactQueries.Wanted(from, to, kind), scope.institutions(), MOST + 1);
        var sight = masking.sight();
        var told = facts.stream()
                .limit(MOST)
                .map(fact -> told(terminal, fact, sight.at(fact.institutionId()).see(TRACK)))
                .toList();
        var hidden = facts.isEmpty()
                ? !sight.at(terminal.institutionId()).see(TRACK)
                : !facts.stream()
                        .allMatch(fact -> sight.at(fact.institutionId()).see(TRACK));
        return new Facts(terminal.id(), terminal.phone(), hidden, facts.size() > MOST, told);
    }

    /** When somebody set out and where they spent the night is read as their track is: it is kept who read it. */
    private FactQueries.Told told(FactQueries.Terminal terminal, FactQueries.Told fact, boolean seesPlaces) {
        if (!seesPlaces) {
            return withoutPlaces(fact);
        }
        masking.told(new Place("telemetry.terminal", terminal.id(), fact.institutionId(), fact.kind()));
        return fact;
    }

    private static FactQueries.Told withoutPlaces(FactQueries.Told fact) {
        Map<String, Object> figures = new TreeMap<>(fact.figures());
        figures.keySet().removeIf(name -> name.endsWith("latitude") || name.endsWith("longitude"));
        return fact.with(figures);
    }
}

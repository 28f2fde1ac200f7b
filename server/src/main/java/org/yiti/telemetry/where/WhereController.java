package org.yiti.telemetry.where;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@EnableConfigurationProperties(MapSettings.class)
@RequestMapping("/api/telemetry")
class WhereController {

    private final NowQueries now;
    private final ReadTrack track;
    private final SearchNearby search;
    private final MapSettings map;
    private final Clock clock;

    WhereController(NowQueries now, ReadTrack track, SearchNearby search, MapSettings map, Clock clock) {
        this.now = now;
        this.track = track;
        this.search = search;
        this.map = map;
        this.clock = clock;
    }

    /**
     * Every terminal, and where it is to whoever may see tracks there.
     *
     * @param institution and those below it
     * @param since {@code asOf} of an earlier answer: only what has changed since is told
     */
    @GetMapping("/now")
    @Needs(Permission.READ)
    NowQueries.Now now(
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable Instant since) {
        return now.ask(institution, since);
    }

    /**
     * Where a terminal was on a day.
     *
     * @param on today when not given
     * @param metres how far the line may be from where the vehicle was at any moment; 0 for every position there is
     */
    @GetMapping("/terminals/{id}/track")
    @Needs(Permission.TRACK)
    ReadTrack.Track track(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") int metres) {
        return track.read(id, on == null ? LocalDate.now(clock) : on, metres);
    }

    /** Whose vehicles were near a place within a time: a search over people, for a reason that is kept. */
    @PostMapping("/nearby")
    @Needs(Permission.TRACK)
    SearchNearby.Found nearby(@Valid @RequestBody SearchNearby.Request request) {
        return search.search(request);
    }

    /** What maps are drawn upon. */
    @GetMapping("/map")
    @Needs(Permission.READ)
    MapSettings map() {
        return map;
    }
}

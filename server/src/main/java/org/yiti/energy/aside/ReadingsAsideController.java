package org.yiti.energy.aside;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.safeguard.aside.Asides;

@RestController
@RequestMapping("/api/energy/set-aside")
class ReadingsAsideController {

    private final ReadingsAside readings;
    private final Asides asides;
    private final TryReadingsAgain again;

    ReadingsAsideController(ReadingsAside readings, Asides asides, TryReadingsAgain again) {
        this.readings = readings;
        this.asides = asides;
        this.again = again;
    }

    /**
     * Readings that were refused, the newest first.
     *
     * @param institution and those below it: whose the source is
     * @param discarded those that were discarded instead of those that wait
     * @param device part of the meter's code or of the source's name
     * @param reason such as {@code energy/meter-not-known}
     * @param on the day they came
     */
    @GetMapping
    @Needs(Permission.READ)
    Asides.Page<ReadingAside> page(
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(defaultValue = "false") boolean discarded,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        return readings.page(new Asides.Filter(institution, discarded, null, device, reason, on), after, limit, locale);
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    ReadingAside one(@PathVariable long id, Locale locale) {
        return readings.get(id, locale);
    }

    /** Brings again what was refused; what still is stays, with why. */
    @PostMapping("/retries")
    @Needs(Permission.WRITE)
    Asides.Retried retry(@Valid @RequestBody Asides.Choice choice) {
        return asides.retry(ReadingAside.SHELF, choice, again);
    }

    /** Nobody will need them. They are kept as discarded until their time is over, and not listed among those that wait. */
    @Confirmed
    @PostMapping("/discards")
    @Needs(Permission.WRITE)
    Asides.Discarded discard(@Valid @RequestBody Asides.Discard discard) {
        return asides.discard(ReadingAside.SHELF, discard);
    }
}

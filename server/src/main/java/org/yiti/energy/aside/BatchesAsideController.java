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
@RequestMapping("/api/energy/batches/set-aside")
class BatchesAsideController {

    private final Asides asides;
    private final ReadBatchAside read;
    private final TryBatchesAgain again;

    BatchesAsideController(Asides asides, ReadBatchAside read, TryBatchesAgain again) {
        this.asides = asides;
        this.read = read;
        this.again = again;
    }

    /**
     * Batches that were refused as a whole, the newest first.
     *
     * @param institution and those below it: whose the source is
     * @param discarded those that were discarded instead of those that wait
     * @param device part of the source's name
     * @param reason such as {@code meters/json-unfit}
     * @param on the day they came
     */
    @GetMapping
    @Needs(Permission.READ)
    Asides.Page<BatchAside> page(
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(defaultValue = "false") boolean discarded,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        return asides.page(
                BatchAside.SHELF, new Asides.Filter(institution, discarded, null, device, reason, on), after, limit);
    }

    /** One of them: where it is wrong, and what it says around that place. */
    @GetMapping("/{id}")
    @Needs(Permission.READ)
    ReadBatchAside.Whole one(@PathVariable long id, Locale locale) {
        return read.read(id, locale);
    }

    /** Brings again what was refused; what still is stays, with why. */
    @PostMapping("/retries")
    @Needs(Permission.WRITE)
    Asides.Retried retry(@Valid @RequestBody Asides.Choice choice) {
        return asides.retry(BatchAside.SHELF, choice, again);
    }

    /** Nobody will need them. They are kept as discarded until their time is over, and not listed among those that wait. */
    @Confirmed
    @PostMapping("/discards")
    @Needs(Permission.WRITE)
    Asides.Discarded discard(@Valid @RequestBody Asides.Discard discard) {
        return asides.discard(BatchAside.SHELF, discard);
    }
}

package org.yiti.telemetry.aside;

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
@RequestMapping("/api/telemetry/set-aside")
class AsideController {

    private final Asides asides;
    private final ReadAside read;
    private final TryAgain again;

    AsideController(Asides asides, ReadAside read, TryAgain again) {
        this.asides = asides;
        this.read = read;
        this.again = again;
    }

    /**
     * Messages that could not be stored, the newest first.
     *
     * @param institution and those below it
     * @param discarded those that were discarded instead of those that wait
     * @param device part of the terminal's phone number
     * @param reason to the letter
     * @param on the day they came
     */
    @GetMapping
    @Needs(Permission.READ)
    Asides.Page<MessageAside> page(
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(defaultValue = "false") boolean discarded,
            @RequestParam(required = false) @Nullable AsideKind kind,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        return asides.page(
                MessageAside.SHELF,
                new Asides.Filter(institution, discarded, kind == null ? null : kind.name(), device, reason, on),
                after,
                limit);
    }

    /** One of them, decoded as far as it can be. It may say where somebody was, and that it was read is kept. */
    @GetMapping("/{id}")
    @Needs(Permission.TRACK)
    ReadAside.Whole one(@PathVariable long id, Locale locale) {
        return read.read(id, locale);
    }

    /** Stores again what could not be stored; what still cannot stays, with why. */
    @PostMapping("/retries")
    @Needs(Permission.WRITE)
    Asides.Retried retry(@Valid @RequestBody Asides.Choice choice) {
        return asides.retry(MessageAside.SHELF, choice, again);
    }

    /** Nobody will need them. They are kept as discarded until their time is over, and not listed among those that wait. */
    @Confirmed
    @PostMapping("/discards")
    @Needs(Permission.WRITE)
    Asides.Discarded discard(@Valid @RequestBody Asides.Discard discard) {
        return asides.discard(MessageAside.SHELF, discard);
    }
}

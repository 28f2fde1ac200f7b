package org.yiti.supervision.judging;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiti.identity.Listening;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.web.Progress;

@RestController
@RequestMapping("/api/supervision/sweeps")
class SweepController {

    record Asked(UUID id) {}

    /**
     * @param state NONE before the first sweep, then WAITING, RUNNING or DONE
     * @param found in the whole house, told to who sees it whole; mended likewise
     */
    record SweepView(
            @Nullable UUID id,
            String state,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt,
            int rulesDone,
            int rulesTotal,
            @Nullable Long found,
            @Nullable Long mended,
            List<Sweeps.Failed> failed) {}

    private final AskForSweep askForSweep;
    private final Sweeps sweeps;
    private final Scope scope;
    private final Progress progress;
    private final Listening listening;

    SweepController(AskForSweep askForSweep, Sweeps sweeps, Scope scope, Progress progress, Listening listening) {
        this.listening = listening;
        this.askForSweep = askForSweep;
        this.sweeps = sweeps;
        this.scope = scope;
        this.progress = progress;
    }

    @PostMapping
    @Needs(Permission.RULE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked ask() {
        return new Asked(askForSweep.handle(scope.account().account()));
    }

    /** Every rule that is done, until the sweep is over. */
    @GetMapping(path = "/latest/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.READ)
    SseEmitter events() {
        return progress.follow(listening.of(() -> sweeps.latest().map(now -> {
            var view = latest();
            return new Progress.Standing(
                    now.id() + " " + now.state() + " " + now.rulesDone(),
                    now.state().equals("DONE"),
                    () -> view);
        })));
    }

    @GetMapping("/latest")
    @Needs(Permission.READ)
    SweepView latest() {
        var isOfAll = scope.institutions() == null;
        return sweeps.latest()
                .map(sweep -> new SweepView(
                        sweep.id(),
                        sweep.state(),
                        here(sweep.startedAt()),
                        here(sweep.finishedAt()),
                        sweep.rulesDone(),
                        sweep.rulesTotal(),
                        isOfAll ? sweep.found() : null,
                        isOfAll ? sweep.mended() : null,
                        failed(sweep.id())))
                .orElseGet(() -> new SweepView(null, "NONE", null, null, 0, 0, null, null, List.of()));
    }

    /** Why, as the database puts it, may quote what it was looking at: it is for those who keep the rules. */
    private List<Sweeps.Failed> failed(UUID sweep) {
        var failed = sweeps.failed(sweep);
        return scope.account().may(Permission.RULE)
                ? failed
                : failed.stream()
                        .map(one -> new Sweeps.Failed(one.rule(), null))
                        .toList();
    }

    private static @Nullable OffsetDateTime here(@Nullable OffsetDateTime at) {
        return at == null ? null : at.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}

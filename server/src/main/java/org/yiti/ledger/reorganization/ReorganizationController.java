package org.yiti.ledger.reorganization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

/** 机构调整: written down, looked at, done on its day, taken back. */
@RestController
@Needs(Permission.WRITE)
@RequestMapping("/api/ledger/reorganizations")
class ReorganizationController {

    private static final int MOST = 500;

    record Added(UUID id) {}

    /** @param seen fingerprint of the outcome that was looked at */
    record Decision(@NotBlank String seen) {}

    private final ReorganizationQueries queries;
    private final WriteDraft write;
    private final PreviewReorganization preview;
    private final ApplyReorganization apply;
    private final PlanReorganization plan;
    private final UndoReorganization undo;

    ReorganizationController(
            ReorganizationQueries queries,
            WriteDraft write,
            PreviewReorganization preview,
            ApplyReorganization apply,
            PlanReorganization plan,
            UndoReorganization undo) {
        this.queries = queries;
        this.write = write;
        this.preview = preview;
        this.apply = apply;
        this.plan = plan;
        this.undo = undo;
    }

    @GetMapping
    @Needs(Permission.READ)
    ReorganizationQueries.Page list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return queries.page(after, Math.max(1, Math.min(MOST, limit)));
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    Reorganization get(@PathVariable UUID id) {
        return queries.get(id);
    }

    @PostMapping
    ResponseEntity<Added> add(@Valid @RequestBody Draft draft) {
        var id = write.add(draft);
        return ResponseEntity.created(URI.create("/api/ledger/reorganizations/" + id))
                .body(new Added(id));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UUID id, @Valid @RequestBody Draft draft) {
        write.change(id, draft);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        write.remove(id);
    }

    /** What it would do, row by row done and taken back. */
    @PostMapping("/{id}/preview")
    Outcome preview(@PathVariable UUID id) {
        return preview.handle(queries.get(id));
    }

    @Confirmed
    @PostMapping("/{id}/apply")
    Reorganization apply(@PathVariable UUID id, @Valid @RequestBody Decision decision) {
        var draft = queries.get(id);
        if (queries.hasCome(draft)) {
            apply.now(draft, decision.seen());
        } else {
            plan.later(draft, decision.seen());
        }
        return queries.get(id);
    }

    @PostMapping("/{id}/call-off")
    Reorganization callOff(@PathVariable UUID id) {
        plan.callOff(queries.get(id));
        return queries.get(id);
    }

    @Confirmed
    @PostMapping("/{id}/undo")
    Reorganization undo(@PathVariable UUID id) {
        undo.handle(queries.get(id));
        return queries.get(id);
    }
}

package org.yiti.workbook.exports;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.safeguard.Eyes;

/** Lists with what is masked otherwise: asked for, decided by another, taken once. */
@RestController
@Needs(Permission.READ)
@RequestMapping("/api/workbook/export-requests")
class ExportRequestController {

    private static final int MOST = 500;

    record Asked(UUID id) {}

    private final ExportRequests requests;
    private final AskForExport ask;
    private final DecideExport decide;
    private final TakeExport take;
    private final LedgerFiles files;
    private final Ledgers ledgers;

    ExportRequestController(
            ExportRequests requests,
            AskForExport ask,
            DecideExport decide,
            TakeExport take,
            LedgerFiles files,
            Ledgers ledgers) {
        this.requests = requests;
        this.ask = ask;
        this.decide = decide;
        this.take = take;
        this.files = files;
        this.ledgers = ledgers;
    }

    /** One's own, and those one may decide. */
    @GetMapping
    ExportRequests.Page list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return requests.page(after, Math.max(1, Math.min(MOST, limit)));
    }

    @Needs(Permission.REVEAL)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Asked ask(@Valid @RequestBody AskForExport.Request request) {
        return new Asked(ask.handle(request));
    }

    @Needs(Permission.EXPORT_APPROVAL)
    @Confirmed
    @PostMapping("/{id}/decision")
    ExportRequest decide(@PathVariable UUID id, @Valid @RequestBody DecideExport.Request request) {
        decide.handle(id, request);
        return requests.get(id);
    }

    /** Once. What is L4 stays masked in every file. */
    @Needs(Permission.REVEAL)
    @Confirmed
    @PostMapping("/{id}/file")
    ResponseEntity<StreamingResponseBody> take(@PathVariable UUID id) {
        var asked = take.handle(id);
        return files.of(
                ledgers.get(asked.ledger()),
                new LedgerFiles.Asked(asked.format(), asked.filters(), asked.institution(), asked.sort()),
                Eyes.APPROVED);
    }
}

package org.yiti.ledger.amending;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.Refused;
import org.yiti.ledger.LedgerPaths;
import org.yiti.ledger.LedgerRefusal;

@RestController
@Needs(Permission.WRITE)
@RequestMapping(
        "/api/{module:organization|premises|fleet|energy|telemetry|assets|reception|funds|datasecurity}/{plural}")
class AmendmentController {

    record Added(UUID id) {}

    private final AmendLedger amend;
    private final LedgerPaths paths;

    AmendmentController(AmendLedger amend, LedgerPaths paths) {
        this.amend = amend;
        this.paths = paths;
    }

    @PostMapping
    ResponseEntity<Added> add(
            @PathVariable String module,
            @PathVariable String plural,
            @RequestBody Map<String, @Nullable Object> cells) {
        var id = amend.add(paths.get(module, plural), cells);
        return ResponseEntity.created(URI.create("/api/" + module + "/" + plural + "/" + id))
                .body(new Added(id));
    }

    @PatchMapping("/{id:[0-9a-fA-F-]{36}}")
    Map<String, @Nullable Object> change(
            @PathVariable String module,
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean correcting,
            @RequestBody Map<String, @Nullable Object> body) {
        var cells = new LinkedHashMap<>(body);
        if (!(cells.remove("version") instanceof Integer version)) {
            throw new Refused(LedgerRefusal.ROW_STALE);
        }
        return amend.change(paths.get(module, plural), id, version, cells, correcting);
    }

    @DeleteMapping("/{id:[0-9a-fA-F-]{36}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String module,
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestParam int version) {
        amend.remove(paths.get(module, plural), id, version);
    }
}

package org.yiti.ledger.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.ledger.LedgerPaths;
import org.yiti.safeguard.Reveal;

/** The rows of any ledger, under the address of the ledger: {@code /api/premises/rooms}. */
@RestController
@Needs(Permission.READ)
@RequestMapping(
        "/api/{module:organization|premises|fleet|energy|telemetry|assets|reception|funds|datasecurity}/{plural}")
class RowController {

    private static final Set<String> NOT_FILTERS = Set.of("sort", "after", "limit", "institution", "format");

    private final Rows rows;
    private final LedgerPaths paths;
    private final Reveal reveal;

    RowController(Rows rows, LedgerPaths paths, Reveal reveal) {
        this.reveal = reveal;
        this.rows = rows;
        this.paths = paths;
    }

    @GetMapping
    Rows.Page list(
            @PathVariable String module,
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var ledger = paths.get(module, plural);
        var filters = filters(parameters);
        reveal.search(ledger, filters.keySet());
        return rows.page(ledger, filters, institution, sort, after, limit);
    }

    @GetMapping("/{id:[0-9a-fA-F-]{36}}")
    Map<String, @Nullable Object> get(@PathVariable String module, @PathVariable String plural, @PathVariable UUID id) {
        return rows.get(paths.get(module, plural), id);
    }

    private static Map<String, List<String>> filters(MultiValueMap<String, String> parameters) {
        var filters = new LinkedHashMap<String, List<String>>(parameters);
        filters.keySet().removeAll(NOT_FILTERS);
        return filters;
    }
}

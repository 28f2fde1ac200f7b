package org.yiti.workbook.exports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.LedgerPaths;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Reveal;
import org.yiti.workbook.ExportsOfADay;
import org.yiti.workbook.TableDownload;
import org.yiti.workbook.WorkbookRefusal;

/** Any list as a file, row by row as the database gives it; and the templates to fill in. */
@RestController
@Needs(Permission.READ)
@RequestMapping("/api")
class ExportController {

    private static final Set<String> NOT_FILTERS = Set.of("sort", "after", "limit", "institution", "format");

    private final Rows rows;
    private final Ledgers ledgers;
    private final LedgerPaths paths;
    private final LedgerFiles files;
    private final ExportsOfADay day;
    private final Audit audit;
    private final Reveal reveal;

    ExportController(
            Rows rows,
            Ledgers ledgers,
            LedgerPaths paths,
            LedgerFiles files,
            ExportsOfADay day,
            Audit audit,
            Reveal reveal) {
        this.day = day;
        this.rows = rows;
        this.ledgers = ledgers;
        this.paths = paths;
        this.files = files;
        this.audit = audit;
        this.reveal = reveal;
    }

    /** What is guarded leaves masked; a file with more is asked for ({@link ExportRequestController}). */
    @GetMapping(
            "/{module:organization|premises|fleet|energy|telemetry|assets|reception|funds|datasecurity}/{plural}/export")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String module,
            @PathVariable String plural,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam MultiValueMap<String, String> parameters) {
        var ledger = paths.get(module, plural);
        var filters = new LinkedHashMap<String, List<String>>(parameters);
        filters.keySet().removeAll(NOT_FILTERS);
        reveal.search(ledger, filters.keySet());
        // A wrong filter is refused now, while a refusal can still be told.
        var count = rows.count(ledger, new Rows.Wanted(filters, institution, sort), files.most() + 1);
        if (count > files.most()) {
            throw new Refused(WorkbookRefusal.EXPORT_TOO_LONG, Map.of("most", files.most()));
        }
        day.add(count);
        audit.record(Act.of("ledger.exported", "ledger", ledger.name())
                .in(institution)
                .with("format", format)
                .with("rows", count)
                .with("filters", LedgerFiles.told(ledger, filters)));
        return files.of(ledger, new LedgerFiles.Asked(format, filters, institution, sort), Eyes.NOTHING_GUARDED);
    }

    @GetMapping(
            "/{module:organization|premises|fleet|energy|telemetry|assets|reception|funds|datasecurity}/{plural}/template")
    ResponseEntity<StreamingResponseBody> template(
            @PathVariable String module,
            @PathVariable String plural,
            @RequestParam(defaultValue = "xlsx") String format) {
        return templates(List.of(paths.get(module, plural)), format);
    }

    @GetMapping("/workbook/templates")
    ResponseEntity<StreamingResponseBody> templates(
            @RequestParam(name = "ledgers", required = false) @Nullable String names,
            @RequestParam(defaultValue = "xlsx") String format) {
        var wanted = names == null || names.isBlank()
                ? null
                : Set.copyOf(Arrays.asList(names.trim().split("\\s*,\\s*")));
        if (wanted != null) {
            wanted.forEach(paths::named);
        }
        return templates(
                ledgers.all().stream()
                        .filter(ledger -> wanted == null ? !ledger.isFlow() : wanted.contains(ledger.name()))
                        .toList(),
                format);
    }

    private ResponseEntity<StreamingResponseBody> templates(List<Ledger> wanted, String format) {
        var name = (wanted.size() == 1 ? wanted.get(0).title().zh() : "台账") + "-模板";
        var plain = wanted.size() == 1 ? wanted.get(0).path().replace('/', '-') : "ledgers";
        return TableDownload.of(name, plain + "-template", format, writer -> {
            writer.notes("填写说明", Notes.of(wanted));
            for (var ledger : wanted) {
                writer.table(LedgerTables.of(ledger, ledger.inputs(), true));
            }
        });
    }
}

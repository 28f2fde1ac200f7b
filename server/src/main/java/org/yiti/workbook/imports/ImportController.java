package org.yiti.workbook.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Listening;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.Refused;
import org.yiti.kernel.file.Disposition;
import org.yiti.kernel.problem.TakesFiles;
import org.yiti.kernel.web.Progress;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.workbook.WorkbookRefusal;

@RestController
@Needs(Permission.READ)
@RequestMapping("/api/workbook/imports")
class ImportController implements TakesFiles {

    record HandedIn(UUID id) {}

    record Apply(boolean skipBad) {}

    record Page(List<ImportView> items, @Nullable UUID next, long total) {}

    private final ImportWorkbook imported;
    private final ImportQueries queries;
    private final ImportProblems problems;
    private final RepairWorkbook repair;
    private final Audit audit;
    private final Progress progress;
    private final Listening listening;

    ImportController(
            ImportWorkbook imported,
            ImportQueries queries,
            ImportProblems problems,
            RepairWorkbook repair,
            Audit audit,
            Progress progress,
            Listening listening) {
        this.imported = imported;
        this.queries = queries;
        this.problems = problems;
        this.repair = repair;
        this.audit = audit;
        this.progress = progress;
        this.listening = listening;
    }

    @Needs(Permission.IMPORT)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    HandedIn handIn(
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String ledger,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        if (file == null) {
            throw new Refused(WorkbookRefusal.FILE_MISSING);
        }
        var name = file.getOriginalFilename();
        try (InputStream stream = file.getInputStream()) {
            return new HandedIn(imported.handIn(cleaned(name == null ? "" : name), stream, ledger, key));
        }
    }

    @Override
    public Refused tooLarge() {
        return new Refused(WorkbookRefusal.FILE_TOO_LARGE);
    }

    /** Only the last part of a name, without what could hide or mislead. */
    private static String cleaned(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var visible = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return visible.isEmpty() ? "未命名" : visible.substring(0, Math.min(200, visible.length()));
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") int limit,
            Locale locale) {
        var size = Math.max(1, Math.min(100, limit));
        var items = queries.newest(after, size, locale);
        return new Page(items, items.size() == size ? items.get(size - 1).id() : null, queries.count());
    }

    @GetMapping("/{id}")
    ImportView get(@PathVariable UUID id, Locale locale) {
        return queries.view(imported.get(id), locale);
    }

    @GetMapping("/{id}/problems")
    ImportProblems.Page problems(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String column,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        var narrowed = new ImportProblems.Narrowed(sheet, column, severity);
        return problems.page(imported.get(id), narrowed, after, Math.max(1, Math.min(500, limit)), locale);
    }

    /** The commonest problems, each with how many rows have it. */
    @GetMapping("/{id}/problems/kinds")
    List<ImportProblems.Kind> problemKinds(@PathVariable UUID id, Locale locale) {
        return problems.kinds(imported.get(id), locale);
    }

    @GetMapping("/{id}/repair")
    ResponseEntity<StreamingResponseBody> repair(@PathVariable UUID id) {
        var checked = imported.get(id);
        repair.refuseUnlessThere(checked);
        var own = repair.isOwn(checked);
        audit.record(Act.of("import.repair-taken", "workbook.import", id).with("as", own ? "own" : "masked"));
        var name = checked.fileName().replaceFirst("\\.[^.]*$", "") + "-修改.xlsx";
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.saved(name, "repair"))
                .body(out -> repair.write(checked, own, out));
    }

    @Needs(Permission.IMPORT)
    @PostMapping("/{id}/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void apply(@PathVariable UUID id, @RequestBody Apply wish) {
        imported.apply(id, wish.skipBad());
    }

    @Needs(Permission.IMPORT)
    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void cancel(@PathVariable UUID id) {
        imported.cancel(id);
    }

    @Needs(Permission.IMPORT)
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void undo(@PathVariable UUID id) {
        imported.undo(id);
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable UUID id, Locale locale) {
        imported.get(id);
        return progress.follow(listening.of(() -> queries.standing(id, locale)));
    }
}

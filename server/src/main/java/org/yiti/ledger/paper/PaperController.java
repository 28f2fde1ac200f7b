package org.yiti.ledger.paper;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.Refused;
import org.yiti.kernel.problem.TakesFiles;

/** Papers of any object or finding. What else than reading is permitted, the thing they lie with decides. */
@RestController
@Needs(Permission.READ)
@RequestMapping("/api/objects/{kind}/{id}/papers")
class PaperController implements TakesFiles {

    /** Whatever is shown of a visit was photographed there. */
    private static final String VISIT = "visit";

    private final Papers papers;
    private final PaperHolders holders;
    private final Arrivals arrivals;
    private final AddPaper addPaper;
    private final RemovePaper removePaper;
    private final Clock clock;

    PaperController(
            Papers papers,
            PaperHolders holders,
            Arrivals arrivals,
            AddPaper addPaper,
            RemovePaper removePaper,
            Clock clock) {
        this.papers = papers;
        this.holders = holders;
        this.arrivals = arrivals;
        this.addPaper = addPaper;
        this.removePaper = removePaper;
        this.clock = clock;
    }

    @GetMapping
    PaperView.Page list(@PathVariable String kind, @PathVariable UUID id) {
        var holder = holders.get(kind, id);
        var limits = arrivals.limits();
        var items = papers.of(id).stream()
                .map(paper -> PaperView.item(holders.told(holder, paper), holders.mayRemove(holder, paper)))
                .toList();
        return new PaperView.Page(
                items,
                holder.mayAdd(),
                PaperView.kinds(),
                FileType.allExtensions(),
                limits.largest().toBytes(),
                limits.most());
    }

    /**
     * @param kind of the object
     * @param paperKind code of paper-kind
     * @param number 文号
     * @param datedOn 成文日期
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<PaperView.Item> add(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String paperKind,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String datedOn,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String requestKey)
            throws IOException {
        var holder = holders.toAddTo(kind, id);
        var form = PaperForm.of(title, paperKind, number, datedOn, LocalDate.now(clock));
        try (var arrival = arrivals.take(file, form.isPhotograph() || kind.equals(VISIT))) {
            var paper = addPaper.handle(kind, holder, form, arrival, requestKey);
            return ResponseEntity.created(
                            URI.create("/api/objects/" + kind + "/" + id + "/papers/" + paper.id() + "/content"))
                    .body(PaperView.item(paper, holders.mayRemove(holder, paper)));
        }
    }

    @PostMapping("/{paper}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String kind,
            @PathVariable UUID id,
            @PathVariable UUID paper,
            @RequestBody RemovePaper.Request request) {
        removePaper.handle(kind, id, paper, request);
    }

    @Override
    public Refused tooLarge() {
        return arrivals.tooLarge();
    }
}

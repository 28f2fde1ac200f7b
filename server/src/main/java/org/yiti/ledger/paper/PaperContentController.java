package org.yiti.ledger.paper;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.Refused;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.safeguard.Audit;

/** Gives the file of a paper out. It came from outside and is never trusted: nothing in it may run as if it were ours. */
@RestController
@Needs(Permission.READ)
@RequestMapping("/api/objects/{kind}/{id}/papers/{paper}/content")
class PaperContentController {

    private static final String NOTHING_RUNS = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";
    /** A sandbox keeps browsers from showing a PDF at all; their viewers are sandboxes of their own. */
    private static final String SANDBOX = "; sandbox";

    private final Papers papers;
    private final PaperHolders holders;
    private final Audit audit;

    PaperContentController(Papers papers, PaperHolders holders, Audit audit) {
        this.papers = papers;
        this.holders = holders;
        this.audit = audit;
    }

    /** @param inline shown in place, where it is an image or a PDF; otherwise saved */
    @GetMapping
    @Nullable
    ResponseEntity<StreamingResponseBody> content(
            @PathVariable String kind,
            @PathVariable UUID id,
            @PathVariable UUID paper,
            @RequestParam(required = false) @Nullable String inline,
            ServletWebRequest request) {
        var holder = holders.get(kind, id);
        var found = papers.find(id, paper).orElseThrow(() -> new Refused(LedgerRefusal.PAPER_NOT_FOUND));
        var etag = '"' + found.sha256() + '"';
        // A browser may keep it, and asks again each time whether whoever uses it now may have it.
        if (request.checkNotModified(etag)) {
            return null;
        }
        var shown = inline != null && !inline.equals("false") && FileType.isShown(found.mediaType());
        audit.record(AddPaper.told(shown ? "paper.opened" : "paper.downloaded", holder, found));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .contentLength(found.size())
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        found.mediaType().equals(FileType.PDF.mediaType()) ? NOTHING_RUNS : NOTHING_RUNS + SANDBOX)
                .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(found.fileName()).disposition(shown))
                .body(out -> papers.writeTo(found.id(), out));
    }
}

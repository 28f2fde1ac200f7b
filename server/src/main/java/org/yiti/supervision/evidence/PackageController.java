package org.yiti.supervision.evidence;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.file.Disposition;
import org.yiti.supervision.CaseDossiers;

/** The evidence of a case as a signed ZIP, which {@code yiti-verify.jar} checks. */
@RestController
@RequestMapping("/api/supervision/cases/{id}")
@Needs(Permission.READ)
class PackageController {

    record Asked(UUID id) {}

    private final CaseDossiers cases;
    private final PackageRequests requests;
    private final AskForPackage ask;
    private final DecidePackage decide;
    private final HandOutPackage handOut;
    private final Clock clock;

    PackageController(
            CaseDossiers cases,
            PackageRequests requests,
            AskForPackage ask,
            DecidePackage decide,
            HandOutPackage handOut,
            Clock clock) {
        this.cases = cases;
        this.requests = requests;
        this.ask = ask;
        this.decide = decide;
        this.handOut = handOut;
        this.clock = clock;
    }

    @GetMapping("/packages")
    List<PackageRequest> list(@PathVariable UUID id) {
        return requests.of(id, cases.tell(id).institution());
    }

    /** What is guarded is masked in it, what people wrote and the files of papers are left out. */
    @GetMapping("/package")
    ResponseEntity<StreamingResponseBody> masked(@PathVariable UUID id) {
        return file(handOut.masked(id));
    }

    @Needs(Permission.REVEAL)
    @PostMapping("/packages")
    @ResponseStatus(HttpStatus.CREATED)
    Asked ask(@PathVariable UUID id, @Valid @RequestBody AskForPackage.Request request) {
        return new Asked(ask.handle(id, request));
    }

    @Needs(Permission.EXPORT_APPROVAL)
    @Confirmed
    @PostMapping("/packages/{request}/decision")
    PackageRequest decide(
            @PathVariable UUID id, @PathVariable UUID request, @Valid @RequestBody DecidePackage.Request decision) {
        decide.handle(id, request, decision);
        return requests.get(id, request, cases.tell(id).institution());
    }

    /** Once. What is L4 stays masked in every file. */
    @Needs(Permission.REVEAL)
    @Confirmed
    @PostMapping("/packages/{request}/file")
    ResponseEntity<StreamingResponseBody> whole(@PathVariable UUID id, @PathVariable UUID request) {
        return file(handOut.whole(id, request));
    }

    private ResponseEntity<StreamingResponseBody> file(HandOutPackage.Packed packed) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .contentLength(packed.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Disposition.saved(
                                "证据包-" + packed.number() + "-" + LocalDate.now(clock) + ".zip",
                                "evidence-" + packed.number()))
                .body(packed::handOut);
    }
}

package org.yiti.safeguard.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.file.Disposition;

@RestController
@RequestMapping("/api/safeguard/audit")
@Needs(Permission.AUDIT)
class AuditController {

    private final AuditQueries entries;
    private final OpenEntry page;
    private final HandOver handOver;
    private final AuditReaders readers;
    private final Clock clock;

    AuditController(AuditQueries entries, OpenEntry page, HandOver handOver, AuditReaders readers, Clock clock) {
        this.readers = readers;
        this.entries = entries;
        this.page = page;
        this.handOver = handOver;
        this.clock = clock;
    }

    /**
     * The newest entries first. Filters: at.from and at.to (days or moments), actor, actor.like (part of an account or its
     * name), action (a whole name, or what stands before its point; any for all: what was read is left out where
     * neither an act nor an object is asked for), outcome (done, refused, or the reason), object (its
     * id), q (number of an entry, id of an object, somebody's name).
     */
    @GetMapping("/entries")
    AuditView.EntryLines list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        readers.note("list", asked(parameters), after != null);
        return entries.newest(parameters, institution, after, within(limit));
    }

    /** Who reads the log is watched by the other two administrators: the newest of what was read, proven or taken away. */
    @Needs({Permission.ACCOUNT, Permission.GRANT, Permission.AUDIT})
    @GetMapping("/readers")
    List<AuditReaders.Reading> readers() {
        return readers.newest();
    }

    @GetMapping("/entries/{seq}")
    AuditView.OpenedEntry get(@PathVariable long seq) {
        readers.note("entry", Long.toString(seq), false);
        return page.get(seq);
    }

    /** A file for {@code yiti-verify.jar --proof}: the entry, a signed head, and the way from one to the other. */
    @GetMapping("/entries/{seq}/proof")
    ResponseEntity<byte[]> proof(@PathVariable long seq) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.saved("audit-" + seq + "-proof.json", "audit"))
                .body(handOver.proof(seq));
    }

    /** Everything that ever happened to an object, as it happened. */
    @GetMapping("/objects/{id}")
    AuditView.EntryLines story(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        readers.note("story", id.toString(), after != null);
        return entries.story(id, after, within(limit));
    }

    @GetMapping("/log")
    AuditView.LogHead log() {
        return handOver.head();
    }

    /** The whole log as {@code yiti-verify.jar} checks it (C2SP tlog-tiles in a ZIP). */
    @Confirmed
    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export() {
        var head = handOver.prepare();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Disposition.saved(
                                "audit-" + LocalDate.now(clock) + "-"
                                        + head.checkpoint().size() + ".zip",
                                "audit"))
                .body(out -> handOver.write(head, out));
    }

    /** What is asked for, on whichever page. */
    private static String asked(MultiValueMap<String, String> parameters) {
        var asked = new TreeMap<>(parameters.toSingleValueMap());
        asked.keySet().removeAll(Set.of("after", "limit"));
        return asked.toString();
    }

    private static int within(int limit) {
        return Math.max(1, Math.min(500, limit));
    }
}

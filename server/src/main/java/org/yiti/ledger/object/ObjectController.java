package org.yiti.ledger.object;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.KeptNowhere;

@RestController
@Needs(Permission.READ)
@RequestMapping("/api/objects")
class ObjectController {

    private final ObjectQueries objects;
    private final LifeLineQueries lifeLines;
    private final RevealValue reveal;
    private final DestroySealed destroy;

    ObjectController(ObjectQueries objects, LifeLineQueries lifeLines, RevealValue reveal, DestroySealed destroy) {
        this.destroy = destroy;
        this.reveal = reveal;
        this.objects = objects;
        this.lifeLines = lifeLines;
    }

    @GetMapping("/{kind}/{id}")
    ObjectQueries.ObjectView get(@PathVariable String kind, @PathVariable UUID id, Locale locale) {
        return objects.get(kind, id, locale);
    }

    /** One masked value as it is. Who saw it, what for and why stands in the audit log. */
    @Needs(Permission.REVEAL)
    @KeptNowhere
    @PostMapping("/{kind}/{id}/reveal")
    RevealValue.Revealed reveal(
            @PathVariable String kind, @PathVariable UUID id, @Valid @RequestBody RevealValue.Request request) {
        return reveal.handle(objects.ledger(kind), id, request);
    }

    /** What is sealed of it cannot be read any more, by anybody, in any copy. */
    @Needs(Permission.PROTECTION)
    @Confirmed
    @PostMapping("/{kind}/{id}/destruction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable String kind, @PathVariable UUID id, @Valid @RequestBody DestroySealed.Request request) {
        destroy.handle(objects.ledger(kind), id, request);
    }

    @GetMapping("/{kind}/{id}/lifeline")
    LifeLineQueries.Page lifeLine(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "30") int limit,
            Locale locale) {
        objects.ledger(kind);
        return lifeLines.page(objects.ledger(kind), id, after, Math.max(1, Math.min(200, limit)), locale);
    }
}

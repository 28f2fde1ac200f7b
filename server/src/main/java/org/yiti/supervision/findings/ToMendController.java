package org.yiti.supervision.findings;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@Needs(Permission.READ)
class ToMendController {

    private final ToMend toMend;

    ToMendController(ToMend toMend) {
        this.toMend = toMend;
    }

    /** What an institution with all below it has to mend (where whoever asks works, when none is named), the soonest due first. */
    @GetMapping("/api/supervision/to-mend")
    ToMend.Page get(@RequestParam(required = false) @Nullable UUID institution, Locale locale) {
        return toMend.of(institution, locale);
    }
}

package org.yiti.identity.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Own;
import org.yiti.identity.Scope;

@RestController
@RequestMapping("/api/identity/sessions")
class OwnSessionController {

    private static final int MOST = 500;

    private final OwnSessions own;
    private final EndOwnSessions end;
    private final Scope scope;

    OwnSessionController(OwnSessions own, EndOwnSessions end, Scope scope) {
        this.own = own;
        this.end = end;
        this.scope = scope;
    }

    @Own
    @GetMapping
    OwnSessions.Page list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return own.page(LiveSession.current(), after, Math.max(1, Math.min(MOST, limit)));
    }

    @Own
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        end.end(scope.account(), LiveSession.current(), id);
    }

    /** Ends all but the one that asks. */
    @Own
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers() {
        end.endOthers(scope.account(), LiveSession.current());
    }
}

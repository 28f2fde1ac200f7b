package org.yiti.identity.session;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Own;
import org.yiti.kernel.Refused;

@RestController
@RequestMapping("/api/identity/sessions")
class OwnSessionController {

    record Listed(
            UUID id,
            java.time.Instant startedAt,
            java.time.Instant seenAt,
            String address,
            String agent,
            boolean current) {}

    private final Sessions sessions;

    OwnSessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @Own
    @GetMapping
    List<Listed> list() {
        var current = LiveSession.current();
        return sessions.list(current.accountId()).stream()
                .map(one -> new Listed(
                        one.id(),
                        one.startedAt(),
                        one.seenAt(),
                        one.address(),
                        one.agent(),
                        one.id().equals(current.id())))
                .toList();
    }

    @Own
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        if (!sessions.end(LiveSession.current().accountId(), id)) {
            throw new Refused(IdentityRefusal.SESSION_NOT_FOUND);
        }
    }

    /** Ends all but the one that asks. */
    @Own
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers() {
        var current = LiveSession.current();
        sessions.endAll(current.accountId(), current.id());
    }
}

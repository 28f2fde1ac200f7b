package org.yiti.supervision.laboratory;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiti.identity.Listening;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.kernel.web.Progress;

@RestController
@RequestMapping("/api/supervision/laboratory/trials")
@Needs(Permission.RULE)
class TrialProgressController {

    private final Trials trials;
    private final TrialQueries queries;
    private final Progress progress;
    private final Listening listening;

    TrialProgressController(Trials trials, TrialQueries queries, Progress progress, Listening listening) {
        this.trials = trials;
        this.queries = queries;
        this.progress = progress;
        this.listening = listening;
    }

    /** Every day that is done, until it is over. */
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable UUID id) {
        trials.get(id);
        return progress.follow(listening.of(() -> trials.find(id).map(now -> {
            var view = queries.item(now);
            return new Progress.Standing(
                    now.standing().state() + " " + now.standing().daysDone(),
                    now.standing().state().isOver(),
                    () -> view);
        })));
    }
}

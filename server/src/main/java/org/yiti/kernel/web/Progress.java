package org.yiti.kernel.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells whoever listens how far some work is, by server-sent events named {@code progress}, until it rests. */
@Component
public class Progress {

    /**
     * How the work stands.
     *
     * @param mark another text whenever there is something to tell
     * @param resting nothing more will come
     * @param view what is told
     */
    public record Standing(String mark, boolean resting, Supplier<?> view) {}

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long EVERY_MILLIS = 400;

    private final AsyncTaskExecutor executor;

    Progress(AsyncTaskExecutor executor) {
        this.executor = executor;
    }

    /** @param look asked again and again, on another thread; empty ends it */
    public SseEmitter follow(Supplier<Optional<Standing>> look) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        executor.submit(() -> tell(look, emitter));
        return emitter;
    }

    private static void tell(Supplier<Optional<Standing>> look, SseEmitter emitter) {
        try {
            var before = "";
            for (var rounds = 0; rounds < LONGEST.toMillis() / EVERY_MILLIS; rounds++) {
                var now = look.get();
                if (now.isEmpty()) {
                    break;
                }
                if (!now.get().mark().equals(before)) {
                    emitter.send(SseEmitter.event()
                            .name("progress")
                            .data(now.get().view().get()));
                    before = now.get().mark();
                }
                if (now.get().resting()) {
                    break;
                }
                Thread.sleep(EVERY_MILLIS);
            }
            emitter.complete();
        } catch (IOException | RuntimeException gone) {
            // Whatever it was, whoever listens shall not wait for more.
            emitter.completeWithError(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }
}

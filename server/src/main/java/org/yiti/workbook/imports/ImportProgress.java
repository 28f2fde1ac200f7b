package org.yiti.workbook.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;

/** Tells whoever follows an import how far it is, by server-sent events. */
@Component
class ImportProgress {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long EVERY_MILLIS = 400;

    private final Imports imports;
    private final ImportQueries queries;
    private final AsyncTaskExecutor executor;

    ImportProgress(Imports imports, ImportQueries queries, AsyncTaskExecutor executor) {
        this.imports = imports;
        this.queries = queries;
        this.executor = executor;
    }

    SseEmitter follow(UUID id, Account account, Locale locale) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        executor.submit(() -> Acting.as(account, () -> follow(id, emitter, locale)));
        return emitter;
    }

    private void follow(UUID id, SseEmitter emitter, Locale locale) {
        try {
            String before = null;
            for (var rounds = 0; rounds < LONGEST.toMillis() / EVERY_MILLIS; rounds++) {
                var now = imports.find(id);
                if (now.isEmpty()) {
                    break;
                }
                var mark = now.get().state() + String.valueOf(now.get().progress());
                if (!mark.equals(before)) {
                    emitter.send(SseEmitter.event().name("progress").data(queries.view(now.get(), locale)));
                    before = mark;
                }
                if (!now.get().state().running()) {
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

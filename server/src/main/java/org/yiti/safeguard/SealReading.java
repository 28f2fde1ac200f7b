package org.yiti.safeguard;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.yiti.identity.PersonNamed;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

/**
 * The last thing before an answer is written: what it hands out in clear is sealed in the audit log. Where it cannot be,
 * it is not handed out. Every answer of every endpoint comes by here.
 */
@RestControllerAdvice
class SealReading implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(SealReading.class);

    private final Audit audit;
    private final Scope scope;

    SealReading(Audit audit, Scope scope) {
        this.audit = audit;
        this.scope = scope;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Reading.find().ifPresent(reading -> {
            if (body instanceof ProblemDetail) {
                reading.forget();
            } else if (!reading.isEmpty()) {
                seal(reading, request.getMethod() + " " + request.getURI().getPath());
            }
        });
        return body;
    }

    /** Of identity, which stands below and cannot ask what somebody may see. */
    @EventListener
    void heard(PersonNamed named) {
        Reading.underWay().saw(new Place("organization.person", named.person(), named.institution(), "name"));
    }

    private void seal(Reading reading, String request) {
        try {
            audit.record(reading.act(scope.account().rights().purpose(), request));
        } catch (RuntimeException unsealed) {
            log.error("What was read could not be sealed and is not handed out", unsealed);
            throw new Refused(SafeguardRefusal.READING_NOT_SEALED);
        }
        reading.sealed();
    }
}

package org.yiti.kernel.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.yiti.kernel.KeptNowhere;

/**
 * An answer that is gathered to be kept. One that must not be kept, or that is still being written when everything else
 * is done, goes out as it is written.
 */
class KeptAnswer extends ContentCachingResponseWrapper {

    private final HttpServletRequest request;

    KeptAnswer(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    /** Who answers is known once the request has found them. */
    boolean isKept() {
        return !(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method)
                || !(method.hasMethodAnnotation(KeptNowhere.class) || isStream(method));
    }

    /** It is not kept, and must not be repeated either. */
    boolean isDoneOnce() {
        var kept = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                ? method.getMethodAnnotation(KeptNowhere.class)
                : null;
        return kept != null && kept.doneOnce();
    }

    private static boolean isStream(HandlerMethod method) {
        var answer = ResolvableType.forMethodParameter(method.getReturnType());
        var body = ResponseEntity.class.isAssignableFrom(answer.toClass()) ? answer.getGeneric(0) : answer;
        return StreamingResponseBody.class.isAssignableFrom(body.toClass());
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isKept() ? super.getOutputStream() : getResponse().getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return isKept() ? super.getWriter() : getResponse().getWriter();
    }
}

package org.yiti.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.yiti.kernel.KernelRefusal;
import org.yiti.kernel.Refused;

/**
 * What is said in JSON is a row or a sentence. More than a megabyte of it nobody here writes, and it would be held in
 * memory whole; files come by forms, which have limits of their own (CWE-770).
 */
@Component
@Order(BoundedBody.ORDER)
class BoundedBody extends OncePerRequestFilter {

    /** Behind the doors, so that only who may ask can make the server read that much, and before anybody reads. */
    static final int ORDER = 0;

    static final int LARGEST = 1024 * 1024;

    private final HandlerExceptionResolver resolver;

    BoundedBody(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var announced = request.getContentLengthLong();
        if (announced <= LARGEST && !isOfUnknownLength(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (announced < 0) {
            var content = request.getInputStream().readNBytes(LARGEST + 1);
            if (content.length <= LARGEST) {
                chain.doFilter(new RepeatableRequest(request, content), response);
                return;
            }
        }
        var refused = new Refused(KernelRefusal.BODY_TOO_LARGE);
        if (resolver.resolveException(request, response, null, refused) == null) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static boolean isOfUnknownLength(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }
}

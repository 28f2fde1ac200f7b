package org.yiti.kernel.surface;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.yiti.kernel.KernelRefusal;
import org.yiti.kernel.Refused;
import org.yiti.kernel.RoutedPath;

/**
 * Turns away what nobody here takes: methods beyond the list (ASVS 5.0 4.1.4), and what another site makes a browser ask
 * of the API (3.5.1, 3.5.8): browsers say so in {@code Sec-Fetch-Site}. A person who follows a link is let in.
 */
@Component
@Order(SurfaceConfiguration.DOORSTEP)
class Doorstep extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private final HandlerExceptionResolver resolver;

    Doorstep(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!METHODS.contains(request.getMethod())) {
            refuse(
                    request,
                    response,
                    new HttpRequestMethodNotSupportedException(request.getMethod(), METHODS),
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (isForeign(request)) {
            refuse(request, response, new Refused(KernelRefusal.FOREIGN_SITE), HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site == null || !FOREIGN.contains(site) || !RoutedPath.of(request).startsWith("/api/")) {
            return false;
        }
        return !(request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest")));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception why, int status)
            throws IOException {
        if (resolver.resolveException(request, response, null, why) == null) {
            response.sendError(status);
        }
    }
}

package org.yiti.kernel.surface;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.yiti.kernel.Allowance;
import org.yiti.kernel.KernelRefusal;
import org.yiti.kernel.Refused;
import org.yiti.kernel.RoutedPath;

/**
 * What costs much is not given without end: to whoever is not signed in, by address, because each try may cost a hash
 * of a password; and exports, imports, papers, previews, proofs and sweeps, by account (ASVS 5.0 2.4.1, 15.2.2). Each server counts for
 * itself; wrong passwords are counted in the database besides ({@code identity}).
 */
@Component
@Order(SurfaceConfiguration.LIMITS)
class RateLimits extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RateLimits.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern WORK =
            Pattern.compile("(GET|HEAD) /api/(.+/(export|template|repair|proof)|openapi.*|workbook/templates)"
                    + "|POST /api/(workbook/(imports|export-requests/[^/]+/file)|supervision/sweeps|.+/(papers|preview)"
                    + "|identity/own-rights/delegations)");
    /** Reading without being signed in costs no hash of a password. */
    private static final int READS_FOR_A_WRITE = 5;
    /** As many different askers are remembered; the longest silent is forgotten first. */
    private static final int REMEMBERED = 50_000;

    private final Surface surface;
    private final HandlerExceptionResolver resolver;
    private final LongSupplier nanos;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Autowired
    RateLimits(Surface surface, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this(surface, resolver, System::nanoTime);
    }

    RateLimits(Surface surface, HandlerExceptionResolver resolver, LongSupplier nanos) {
        this.surface = surface;
        this.resolver = resolver;
        this.nanos = nanos;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var seconds = wait(request);
        if (seconds == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", String.valueOf(seconds));
        var refused = new Refused(KernelRefusal.TOO_MANY_REQUESTS, Map.of("seconds", seconds));
        if (resolver.resolveException(request, response, null, refused) == null) {
            response.sendError(429);
        }
    }

    private long wait(HttpServletRequest request) {
        var asker = request.getUserPrincipal();
        if (asker == null) {
            if (!RoutedPath.of(request).startsWith("/api/")) {
                return 0;
            }
            var network = network(request.getRemoteAddr());
            return READS.contains(request.getMethod())
                    ? take("reads of address " + network, READS_FOR_A_WRITE * surface.anonymousPerMinute())
                    : take("address " + network, surface.anonymousPerMinute());
        }
        var asked = request.getMethod() + " " + RoutedPath.of(request);
        return WORK.matcher(asked).matches() ? take("account " + asker.getName(), surface.workPerMinute()) : 0;
    }

    private long take(String key, int perMinute) {
        var now = nanos.getAsLong();
        Allowance allowance;
        synchronized (allowances) {
            allowance = allowances.computeIfAbsent(key, unseen -> new Allowance(perMinute, now));
        }
        var seconds = allowance.take(now);
        if (seconds > 0 && allowance.isFirstRefusal()) {
            log.warn("Too many requests of {}", key);
        }
        return seconds;
    }

    /** One household has a whole /64 of IPv6: it is counted as one. */
    private static String network(String address) {
        var groups = address.split(":");
        return groups.length < 5 || address.contains("::") && groups.length < 6
                ? address
                : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}

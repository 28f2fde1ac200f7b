package org.yiti.kernel.surface;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are anybody's words unless a proxy of ours wrote them: believed
 * of those in {@code YITI_PROXIES}, and taken out of every request either way, so that nothing behind can be fooled
 * (ASVS 5.0 4.1.3, 15.3.4).
 */
@Component
@Order(SurfaceConfiguration.PROXIES)
class TrustedProxies extends OncePerRequestFilter {

    private final List<IpAddressMatcher> proxies;

    TrustedProxies(Surface surface) {
        proxies = surface.proxies().stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new ForwardedRequest(request, this::isProxy), response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(network -> network.matches(address));
    }
}

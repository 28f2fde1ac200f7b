package org.yiti.kernel.surface;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What every answer tells a browser, errors included; an answer that says more about itself, such as a paper that may
 * not run anything, keeps its own word. (ASVS 5.0 3.4.1, 3.4.3–3.4.6, 3.4.8, 14.3.2; OWASP Secure Headers)
 */
final class AnswerHeaders {

    /**
     * Scripts and style sheets are files of the server, never text in the page. Styles of single elements have to be
     * allowed: the tooltips of ECharts write them ({@code docs/operate/web-surface.md}).
     */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "style-src-elem 'self'",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** Nothing of a machine is asked for but a full screen, the clipboard and its passkeys. */
    static final String PERMISSIONS_POLICY = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
            + " encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), hid=(), magnetometer=(),"
            + " microphone=(), midi=(), payment=(), publickey-credentials-create=(self),"
            + " publickey-credentials-get=(self), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    /** A year, as browsers demand of whoever means it. */
    static final String TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains";

    private AnswerHeaders() {}

    /** @param pictures where a map's tiles may come from beside this server; empty for nowhere */
    static List<HeaderWriter> all(String pictures) {
        return List.of(
                unlessSet("Content-Security-Policy", withPictures(pictures)),
                unlessSet("X-Content-Type-Options", "nosniff"),
                unlessSet("X-Frame-Options", "DENY"),
                unlessSet("Referrer-Policy", "same-origin"),
                unlessSet("Permissions-Policy", PERMISSIONS_POLICY),
                unlessSet("Cross-Origin-Opener-Policy", "same-origin"),
                unlessSet("Cross-Origin-Resource-Policy", "same-origin"),
                unlessSet("X-Permitted-Cross-Domain-Policies", "none"),
                unlessSet(HttpHeaders.CACHE_CONTROL, "no-store"),
                // Only over https: over http a browser has to ignore it, and a trial on one's own machine has none.
                (request, response) -> {
                    if (request.isSecure()) {
                        response.setHeader("Strict-Transport-Security", TRANSPORT_SECURITY);
                    }
                });
    }

    private static String withPictures(String from) {
        return CONTENT_SECURITY_POLICY.replace(
                "img-src 'self' data: blob:", ("img-src 'self' data: blob: " + from).strip());
    }

    private static HeaderWriter unlessSet(String name, String value) {
        return (request, response) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        };
    }
}

package org.yiti.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiti.kernel.KeptNowhere;
import org.yiti.kernel.RoutedPath;

/**
 * A write that names an {@code Idempotency-Key} happens once: repeated with the same content it gets the first answer, if
 * whoever asks still may ({@link EarlierAnswers}); with another content it is refused (422), and while the first is under
 * way it has to wait (409). Uploads are left to the import itself, which does nothing twice; files, and what is
 * {@link KeptNowhere}, are answered anew, or refused (409) where it was a secret that is told once. What a session is
 * asked about itself is left alone: signing in, proving oneself and leaving are about this very cookie.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Idempotency extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String EARLIER = Idempotency.class.getName() + ".earlier";
    private static final int SHORTEST = 16;
    private static final String SESSION = "/api/identity/session";
    private static final Set<String> WRITES = Set.of("POST", "PATCH", "PUT", "DELETE");

    private final AnsweredRequests answered;

    Idempotency(AnsweredRequests answered) {
        this.answered = answered;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getHeader(HEADER) == null
                || !WRITES.contains(request.getMethod())
                || request.getUserPrincipal() == null
                || RoutedPath.of(request).equals(SESSION)
                || RoutedPath.of(request).startsWith(SESSION + "/")
                || (type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var repeatable = new RepeatableRequest(request);
        var question = AnsweredRequests.Question.of(
                request.getUserPrincipal().getName(),
                request.getHeader(HEADER),
                request.getMethod() + " " + address(request),
                repeatable.content());
        var earlier = isGuessable(request) ? Optional.of(AnsweredRequests.tooShort()) : answered.begin(question);
        if (earlier.isPresent()) {
            request.setAttribute(EARLIER, earlier.get());
            chain.doFilter(repeatable, response);
            return;
        }
        var answer = new KeptAnswer(repeatable, response);
        try {
            chain.doFilter(repeatable, answer);
            if (isLasting(answer) && answer.isKept()) {
                answered.keep(
                        question, answer.getStatus(), answer.getHeader("Location"), answer.getContentAsByteArray());
            } else if (answer.getStatus() < 400 && answer.isDoneOnce()) {
                answered.told(question, answer.getStatus());
            } else {
                answered.forget(question);
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            answered.forget(question);
            throw failure;
        }
        answer.copyBodyToResponse();
    }

    /** What is asked of identity holds passwords, which a fingerprint under a key such as "1" would not hide. */
    private static boolean isGuessable(HttpServletRequest request) {
        return RoutedPath.of(request).startsWith("/api/identity/")
                && request.getHeader(HEADER).strip().length() < SHORTEST;
    }

    /** A no about who asks, how often or just now is no answer to the question: another time it may be another. */
    private static boolean isLasting(KeptAnswer answer) {
        var status = answer.getStatus();
        return answer.getHeader(HttpHeaders.RETRY_AFTER) == null
                && status < 500
                && status != 401
                && status != 403
                && status != 404
                && status != 429;
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? RoutedPath.of(request) : RoutedPath.of(request) + "?" + query;
    }
}

package org.yiti.kernel.surface;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says what every answer says, as late as it can: the answer may have said it better. A file is written by another thread
 * while this one goes home; an answer is not safe for two (Servlet 6.0, 2.3.3.4), which the filter of the framework does
 * not heed.
 */
final class SayHeaders extends OncePerRequestFilter {

    private final List<HeaderWriter> headers;

    SayHeaders(List<HeaderWriter> headers) {
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new Answer(request, response);
        try {
            chain.doFilter(request, answer);
        } finally {
            if (!request.isAsyncStarted()) {
                answer.say();
            }
        }
    }

    /** Who answered in another thread without a word comes back here. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private final class Answer extends OnCommittedResponseWrapper {

        private final HttpServletRequest request;

        Answer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        protected void onResponseCommitted() {
            say();
            disableOnResponseCommitted();
        }

        void say() {
            if (!isDisableOnResponseCommitted()) {
                headers.forEach(header -> header.writeHeaders(request, (HttpServletResponse) getResponse()));
            }
        }
    }
}

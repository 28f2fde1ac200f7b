package org.yiti.kernel.surface;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SayHeadersTest {

    private final SayHeaders filter = new SayHeaders(List.of((request, response) -> {
        if (!response.containsHeader("X-Said")) {
            response.setHeader("X-Said", "always");
        }
    }));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void another_thread_may_answer() {
        request.setAsyncSupported(true);
    }

    @Test
    void an_answer_without_a_word_says_it() throws Exception {
        filter.doFilter(request, response, (asked, answer) -> {});
        assertThat(response.getHeaders("X-Said")).containsExactly("always");
    }

    @Test
    void what_an_answer_says_itself_stands() throws Exception {
        filter.doFilter(request, response, (asked, answer) -> {
            ((jakarta.servlet.http.HttpServletResponse) answer).addHeader("X-Said", "better");
            answer.flushBuffer();
        });
        assertThat(response.getHeaders("X-Said")).containsExactly("better");
    }

    @Test
    void while_another_thread_answers_it_alone_says_it() throws Exception {
        var others = new AtomicReference<ServletResponse>();
        filter.doFilter(request, response, (asked, answer) -> {
            asked.startAsync(asked, answer);
            others.set(answer);
        });
        assertThat(response.getHeaderNames()).isEmpty();
        others.get().flushBuffer();
        assertThat(response.getHeaders("X-Said")).containsExactly("always");
    }
}
